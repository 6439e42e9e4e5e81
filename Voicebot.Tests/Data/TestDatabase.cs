using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using Voicebot.Core.Columns;
using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.Search;
using Voicebot.Core.Settings;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Data;

/// <summary>A migrated database in a folder of its own, deleted at the end.</summary>
public sealed class TestDatabase : IDisposable
{
    public TestDatabase(Func<VoicebotOptions, VoicebotOptions>? change = null)
    {
        Folder = Directory.CreateTempSubdirectory("voicebot-test-").FullName;
        var options = new VoicebotOptions
        {
            DataFolder = Folder,
            DatabaseServer = PostgresServer.DefaultFor(Folder),
        };
        Options = change?.Invoke(options) ?? options;
        if (Options.DatabaseServer is null && !File.Exists(Options.DatabasePath))
            MigratedFile.PutAt(Options.DatabasePath);
        Database = Options.OpenDatabase();
        new Migrator(Database, new DatabaseBackup(Database), NullLogger<Migrator>.Instance).Migrate();
        Protection = new EphemeralDataProtectionProvider();
        Settings = new VoicebotSettings(Database, Options, Protection, NullLogger<VoicebotSettings>.Instance);
        Columns = new ColumnStore(Database, ColumnLimit.Default, NullLogger<ColumnStore>.Instance);
        Reading = new FilteredReading(Database, new QueryLimit(), Columns);
        Conversations = new ConversationStore(Database, Reading);
    }

    public string Folder { get; }
    public VoicebotOptions Options { get; }
    public Database Database { get; }
    public IDataProtectionProvider Protection { get; }
    public VoicebotSettings Settings { get; }
    /// <summary>Empty, so that the database itself answers, until they are filled.</summary>
    public ColumnStore Columns { get; }
    public FilteredReading Reading { get; }
    public ConversationStore Conversations { get; }

    /// <summary>Without columns.</summary>
    public static FilteredReading ReadingOf(Database database) =>
        new(database, new QueryLimit(), new ColumnStore(database, ColumnLimit.Default, NullLogger<ColumnStore>.Instance));

    /// <summary>Stores the conversations in this order, and returns their row ids.</summary>
    public IReadOnlyList<long> Store(params IEnumerable<Conversation> conversations) => Database.WriteConversations(writer =>
        conversations.Select(conversation =>
        {
            var id = writer.Upsert(conversation, runId: 1);
            writer.Index(id, conversation);
            return id;
        }).ToList());

    public void EraseAll() =>
        Erase(Database.Read(connection => connection.Query<string>("SELECT conversation_id FROM conversations").ToList()));

    /// <summary>Erases what is stored under these ids of the vendor.</summary>
    public void Erase(params IEnumerable<string> conversationIds) => Database.WriteConversations(writer =>
    {
        foreach (var id in conversationIds)
            writer.Erase(writer.FindDocuments(id)!.Id);
    });

    public void Dispose()
    {
        Columns.Dispose();
        Database.Dispose();
        PostgresServer.Drop(Folder);
        Directory.Delete(Folder, recursive: true);
    }
}
