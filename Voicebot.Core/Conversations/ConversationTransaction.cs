using Voicebot.Core.Data;

namespace Voicebot.Core.Conversations;

/// <summary>
/// The one door through which conversations are changed: rows, texts, search index and aggregates change together or not at all.
/// </summary>
public static class ConversationTransaction
{
    public static T WriteConversations<T>(this Database database, Func<ConversationWriter, T> write) => database.Write(connection =>
    {
        var writer = new ConversationWriter(connection);
        var result = write(writer);
        writer.Finish();
        return result;
    });

    public static void WriteConversations(this Database database, Action<ConversationWriter> write) =>
        database.WriteConversations(writer =>
    {
        write(writer);
        return 0;
    });
}
