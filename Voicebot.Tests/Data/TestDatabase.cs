using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.Scheduling;
using Voicebot.Core.Settings;

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
            SyncSchedule = Schedule.Parse(VoicebotOptions.DefaultSyncSchedule)!,
            ArchiveSchedule = Schedule.Parse(VoicebotOptions.DefaultArchiveSchedule)!,
        };
        Options = change?.Invoke(options) ?? options;
        Database = new Database(Options.DatabasePath);
        new Migrator(Database, NullLogger<Migrator>.Instance).Migrate();
        Protection = new EphemeralDataProtectionProvider();
        Settings = new VoicebotSettings(Database, Options, Protection, NullLogger<VoicebotSettings>.Instance);
        Conversations = new ConversationStore(Database);
    }

    public string Folder { get; }
    public VoicebotOptions Options { get; }
    public Database Database { get; }
    public IDataProtectionProvider Protection { get; }
    public VoicebotSettings Settings { get; }
    public ConversationStore Conversations { get; }

    /// <summary>Stores the conversations in UTC days, in this order, and returns their row ids.</summary>
    public IReadOnlyList<long> Store(params IEnumerable<Conversation> conversations) => Store(ReportingZone.Utc, conversations);

    public IReadOnlyList<long> Store(ReportingZone zone, IEnumerable<Conversation> conversations) => Database.Write(connection =>
        conversations.Select(conversation => ConversationWriter.Upsert(connection, conversation, Day(conversation, zone), runId: 1)).ToList());

    public void Dispose()
    {
        using (var connection = Database.Open())
            SqliteConnection.ClearPool(connection);
        Directory.Delete(Folder, recursive: true);
    }

    private static int? Day(Conversation conversation, ReportingZone zone) =>
        conversation.StartTime is { } start ? zone.Day(start).DayNumber : null;
}
