using System.Text.Json;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Json;
using Voicebot.Core.Search;

namespace Voicebot.Core.Conversations;

/// <summary>SQL over the vendor's detail documents, which are stored compressed.</summary>
internal static class DetailDocument
{
    /// <summary>Null until it has been read from the vendor, when it was forgotten, or when it is damaged.</summary>
    public static string? Read(PreparedConnection connection, long id) =>
        connection.Scalar("SELECT detail_json FROM conversation_documents WHERE id = @id", ("@id", id)) is byte[] bytes
            ? CompressedJson.Read(bytes) : null;

    /// <summary>What was said, a line for each turn; null without a transcript.</summary>
    public static string? TranscriptText(PreparedConnection connection, long id) => TranscriptText(Read(connection, id));

    /// <param name="json">The whole document; one that is damaged tells nothing.</param>
    public static string? TranscriptText(string? json)
    {
        try
        {
            return json is not null && SearchText.Lines(new ConversationDetail(VendorJson.Stored(json)).Transcript
                .Select(turn => turn.Message)) is { Length: > 0 } said ? said : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static void Write(PreparedConnection connection, long id, string json) => connection.Run("""
        INSERT INTO conversation_documents (id, detail_json) VALUES (@id, @bytes) ON CONFLICT (id) DO UPDATE
            SET detail_json = excluded.detail_json
        """, ("@id", id), ("@bytes", CompressedJson.Write(json)));
}
