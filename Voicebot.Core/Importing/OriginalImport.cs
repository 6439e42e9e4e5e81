using System.Globalization;
using Dapper;
using Voicebot.Core.Agents;
using Voicebot.Core.Archiving;
using Voicebot.Core.Auditing;
using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Files;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;
using Voicebot.Core.Time;

namespace Voicebot.Core.Importing;

/// <summary>
/// Takes over what the original program had stored. What is here already is richer and stays; an import that was interrupted
/// goes on when it is started again.
/// </summary>
public sealed class OriginalImport(Database database, VoicebotSettings settings, Archiver archiver, ArchiveStore archives, AuditLog audit,
    TimeProvider clock)
{
    private const int RowsPerTransaction = 200;

    /// <exception cref="DatabaseUnusableException">The file is not the original's; nothing was changed.</exception>
    public async Task<ImportReport> RunAsync(string path, CancellationToken cancellation)
    {
        using var original = OriginalDatabase.Open(path);
        audit.Record(AuditLog.SystemRole, null, AuditActions.Import, Path.GetFileName(path));
        var report = TakeSettings(original);
        foreach (var rows in original.Conversations().Chunk(RowsPerTransaction))
        {
            cancellation.ThrowIfCancellationRequested();
            report = database.WriteConversations(writer => Take(writer, [.. rows.Select(row => new OriginalConversation(row))], report));
        }
        string[] others = [.. original.AgentIds().Except(settings.Current.AgentIds)];
        database.Write(AgentStore.AddRetired);
        return report with
        {
            Runs = TakeRuns(original),
            Archives = await ArchiveAsync(original, cancellation),
            OtherAgents = others,
        };
    }

    /// <summary>Only where nothing is configured here.</summary>
    private ImportReport TakeSettings(OriginalDatabase original)
    {
        var current = settings.Current;
        var key = current.ApiKey is null ? OriginalSettings.ApiKey(original) : null;
        var agents = current.Agents.Count == 0 ? OriginalSettings.Agents(original) : [];
        if (key is not null || agents.Count > 0)
            settings.Save(new SettingsChange { ApiKey = key, Agents = agents.Count > 0 ? agents : null });
        return new ImportReport { KeyTaken = key is not null, AgentsTaken = agents.Count };
    }

    private ImportReport Take(ConversationWriter writer, IReadOnlyList<OriginalConversation> originals, ImportReport sum)
    {
        var ids = originals.Select(original => original.ConversationId).OfType<string>().ToList();
        writer.Load(ids);
        var erased = ErasedConversations.Among(writer.Connection, ids);
        var names = new HashSet<(string AgentId, string Name)>();
        sum = originals.Aggregate(sum, (before, original) => Take(writer, original, erased, names, before));
        foreach (var (agentId, name) in names)
            AgentStore.NameIfNameless(writer.Connection, agentId, name);
        return sum;
    }

    private ImportReport Take(ConversationWriter writer, OriginalConversation original, IReadOnlySet<string> erased,
        HashSet<(string AgentId, string Name)> names, ImportReport sum)
    {
        if (original is not { ConversationId: { } conversationId, AgentId: { } agentId })
            return sum with { Unreadable = sum.Unreadable + 1 };
        if (writer.FindDocuments(conversationId) is not null || erased.Contains(conversationId))
            return sum with { Known = sum.Known + 1 };
        var (list, detail, now) = (original.List, original.Detail, clock.GetUtcNow());
        var conversation = ConversationMapper.Map(conversationId, agentId, list, detail);
        var id = writer.Upsert(conversation, runId: null);
        writer.StoreListDocument(id, JsonContext.Compact(list.Json));
        writer.Index(id, conversation);
        if (list.AgentName is { } name)
            names.Add((agentId, name));
        if (detail is not null)
        {
            writer.StoreDetailDocument(id, JsonContext.Compact(detail.Json));
            if (original.HasAllDetails)
                writer.MarkRead(id, original.FetchedAt ?? now.ToUnixTimeSeconds(),
                    Settling.IsSettled(conversation, detail.HasAnalysis, now));
        }
        return sum with { Taken = sum.Taken + 1, WithoutDetails = sum.WithoutDetails + (original.HasAllDetails ? 0 : 1) };
    }

    /// <summary>The history, unless there is one already: runs are listed in the order in which they were stored.</summary>
    private int TakeRuns(OriginalDatabase original) => database.Write(connection =>
    {
        if (connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM sync_runs)"))
            return 0;
        var (zone, taken) = (settings.Zone(connection), 0);
        foreach (var row in original.Runs().Where(row => row.Text("agent_id") is not null && row.Instant("started_at") is not null))
        {
            SyncRunStore.AddEnded(connection, RunOf(row, zone));
            taken++;
        }
        return taken;
    });

    private static SyncRun RunOf(OriginalRow row, ReportingZone zone)
    {
        var started = row.Instant("started_at")!.Value;
        var completed = row.Text("status") == SyncStatus.Completed;
        return new SyncRun
        {
            AgentId = row.Text("agent_id")!,
            SyncType = row.Text("sync_type") == SyncType.Scheduled ? SyncType.Scheduled : SyncType.Manual,
            Status = completed ? SyncStatus.Completed : SyncStatus.Failed,
            PeriodFrom = DayOf(row.Whole("period_from"), zone),
            PeriodTo = DayOf(row.Whole("period_to") - 1, zone), // exclusive there
            RequestedAt = started,
            StartedAt = started,
            FinishedAt = row.Instant("finished_at") ?? started,
            ConversationsFetched = row.Whole("conversations_fetched") ?? 0,
            DetailsTotal = row.Whole("details_fetched") ?? 0,
            DetailsFetched = row.Whole("details_fetched") ?? 0,
            ErrorMessage = completed
                ? null
                : ForeignText.Clean(row.Text("error_message")) ?? "The run of the original program did not end.",
        };
    }

    private static string? DayOf(long? instant, ReportingZone zone) =>
        instant is > 0 and < 32_503_680_000
            ? zone.Day(DateTimeOffset.FromUnixTimeSeconds(instant.Value)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;

    /// <summary>What it had archived is archived anew: its own files cannot be searched for what has to be erased.</summary>
    private async Task<int> ArchiveAsync(OriginalDatabase original, CancellationToken cancellation)
    {
        var written = 0;
        foreach (var (text, agentId) in original.ArchivedMonths())
            if (PlainName.Is(agentId) && Month.TryParse(text, out var month) && archives.Newest(month, agentId) is null)
                written += (await archiver.ArchiveAsync(month, [agentId], cancellation)).Count;
        return written;
    }
}

/// <summary>What an import did.</summary>
public sealed record ImportReport
{
    /// <summary>Conversations that are here now and were not before.</summary>
    public int Taken { get; init; }
    /// <summary>Those among them whose details the next synchronisation reads.</summary>
    public int WithoutDetails { get; init; }
    /// <summary>Conversations that were here already, or erased here.</summary>
    public int Known { get; init; }
    /// <summary>Rows without a usable id.</summary>
    public int Unreadable { get; init; }
    public bool KeyTaken { get; init; }
    public int AgentsTaken { get; init; }
    public int Runs { get; init; }
    public int Archives { get; init; }
    /// <summary>Agents that have conversations there and are not configured here, so that they come in as retired ones.</summary>
    public IReadOnlyList<string> OtherAgents { get; init; } = [];
}
