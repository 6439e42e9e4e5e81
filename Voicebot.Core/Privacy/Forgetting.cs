using System.Globalization;
using Dapper;
using Microsoft.Extensions.Logging;
using Voicebot.Core.Archiving;
using Voicebot.Core.Auditing;
using Voicebot.Core.Callbacks;
using Voicebot.Core.Conversations;
using Voicebot.Core.Csv;
using Voicebot.Core.Data;
using Voicebot.Core.Settings;
using Voicebot.Core.Time;

namespace Voicebot.Core.Privacy;

/// <summary>What one night forgot.</summary>
public sealed record ForgettingReport(int Texts, int Phones, int Archives);

/// <summary>
/// Forgets texts and telephone numbers that are older than the settings allow, and takes out of the archived files what the
/// database has forgotten, for whatever reason. The statistics stay.
/// </summary>
public sealed class Forgetting(Database database, VoicebotSettings settings, Archiver archiver, ErasureSweep sweep, FileCleaning cleaning,
    AuditLog audit, TimeProvider clock, ILogger<Forgetting> log)
{
    private const int RowsPerTransaction = 200;

    /// <summary>Up to when the archived files agree with what the database has forgotten.</summary>
    private const string ArchivesAgreeUntil = "archives_forgotten_until";

    public async Task<ForgettingReport> RunAsync(CancellationToken cancellation)
    {
        var current = settings.Current;
        DateWithoutStart();
        database.Write(connection => CallbackMarks.Prune(connection, clock.GetUtcNow().ToUnixTimeSeconds()));
        var texts = Forget(current.RetentionTextsDays, "texts_forgotten_at", (writer, id, now) =>
            writer.ForgetTexts(id, now), cancellation);
        var phones = Forget(current.RetentionPhonesDays, "phones_forgotten_at", (writer, id, now) =>
            writer.ForgetPhones(id, now), cancellation);
        var report = new ForgettingReport(texts, phones, await RedactArchivesAsync(cancellation));
        if (report is not { Texts: 0, Phones: 0, Archives: 0 })
        {
            audit.Record(AuditLog.SystemRole, null, AuditActions.Retention,
                detail: $"{report.Texts} texts, {report.Phones} numbers, {report.Archives} archives");
            log.LogInformation("Retention: the texts of {Texts} conversation(s) and the numbers of {Phones} were forgotten, {Archives} "
                + "archive(s) rewritten.", report.Texts, report.Phones, report.Archives);
        }
        await sweep.RunAsync(cancellation);
        if (await cleaning.RunByNightAsync(cancellation) is { } delay)
            log.LogWarning(
                "What was forgotten could not be overwritten in the files yet ({Delay}); it is tried again the next night.", delay);
        return report;
    }

    /// <summary>A conversation without a start grows old from the moment at which it was first seen.</summary>
    private void DateWithoutStart()
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        database.Write(connection => connection.Execute("""
            UPDATE conversations SET first_seen_at = COALESCE((SELECT COALESCE(r.started_at,
                r.requested_at) FROM sync_runs r WHERE r.id = first_run_id), details_read_at, @now)
            WHERE start_time IS NULL AND first_seen_at IS NULL
            """, new { now }));
    }

    /// <param name="column">Says when it was forgotten; one of our own names.</param>
    private int Forget(int? days, string column, Action<ConversationWriter, long, long> forget, CancellationToken cancellation)
    {
        if (days is not { } keep)
            return 0;
        var cutoff = clock.GetUtcNow().AddDays(-keep).ToUnixTimeSeconds();
        var ids = database.Read(connection => connection.Query<long>(
            $"SELECT id FROM conversations WHERE COALESCE(start_time, first_seen_at) < @cutoff AND {column} IS NULL",
                new { cutoff }).ToList());
        foreach (var portion in ids.Chunk(RowsPerTransaction))
        {
            cancellation.ThrowIfCancellationRequested();
            var now = clock.GetUtcNow().ToUnixTimeSeconds();
            database.WriteConversations(writer =>
            {
                foreach (var id in portion)
                    forget(writer, id, now);
            });
        }
        return ids.Count;
    }

    private async Task<int> RedactArchivesAsync(CancellationToken cancellation)
    {
        var began = clock.GetUtcNow().ToUnixTimeSeconds();
        var forgotten = database.Read(connection =>
        {
            var since = long.Parse(SettingsStore.Get(connection, ArchivesAgreeUntil) ?? "0", CultureInfo.InvariantCulture);
            return connection.Query<ForgottenRow>("""
                SELECT conversation_id AS ConversationId, agent_id AS AgentId, start_time AS StartTime,
                    texts_forgotten_at >= @since AS Texts, phones_forgotten_at >= @since AS Phones
                FROM conversations WHERE texts_forgotten_at >= @since OR phones_forgotten_at >= @since
                """, new { since }).ToList();
        });
        if (forgotten.Count == 0)
            return 0;
        var parts = forgotten.ToDictionary(row => CsvText.Neutralise(row.ConversationId)!, row => row.Part, StringComparer.Ordinal);
        var months = forgotten.SelectMany(MonthsOf).ToHashSet();
        var (files, _) = await archiver.RedactAsync(
            (id, _) => parts.GetValueOrDefault(id), archive =>
                archive is null || months.Contains((archive.AgentId, archive.Month)), null, rewrite: true, cancellation);
        database.Write(connection => SettingsStore.Set(connection, ArchivesAgreeUntil, began.ToString(CultureInfo.InvariantCulture)));
        return files;
    }

    /// <summary>A day around it, because the zone may have been another one when the month was archived.</summary>
    private static IEnumerable<(string AgentId, string Month)> MonthsOf(ForgottenRow row) =>
        row.StartTime is not { } start ? []
            : new[] { -1, 0, 1 }.Select(days =>
            (row.AgentId, Month.Of(ReportingZone.Utc.Day(DateTimeOffset.FromUnixTimeSeconds(start).AddDays(days))).ToString()));

    private sealed record ForgottenRow
    {
        public string ConversationId { get; init; } = "";
        public string AgentId { get; init; } = "";
        public long? StartTime { get; init; }
        public bool Texts { get; init; }
        public bool Phones { get; init; }

        public ArchivePart Part => (Texts ? ArchivePart.Texts : ArchivePart.None) | (Phones ? ArchivePart.Phones : ArchivePart.None);
    }
}
