using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Files;
using Voicebot.Core.Privacy;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;

namespace Voicebot.Core.Health;

/// <summary>All that stands in the way at this moment; every view shows the first.</summary>
public sealed class HealthProblems(
    Database database, StoredFiles files, VoicebotSettings settings, VoicebotOptions options, DatabaseCheck check,
    ElevenLabsClients clients, ErasureSweep erasures, TimeProvider clock)
{
    /// <summary>So long a write may wait for another program without a word.</summary>
    private static readonly TimeSpan LongestQuietWait = TimeSpan.FromSeconds(1);

    private static readonly Func<HealthFacts, IEnumerable<HealthProblem>>[] Sources =
        [StandingProblems.Of, SyncProblems.Of, DiskProblems.Of, FilesProblems.Of, StaleData.Of];

    public HealthFacts Facts()
    {
        var current = settings.Current;
        return new HealthFacts
        {
            Now = clock.GetUtcNow().ToUnixTimeSeconds(),
            Options = options,
            Settings = current,
            Agents = database.Read<IReadOnlyList<AgentFreshness>>(connection =>
                [.. current.Agents.Where(agent => !agent.IsRetired).Select(agent => AgentFreshness.Of(connection, agent))]),
            Disk = DiskRoom.Of(options.DataFolder),
            DiskFormat = DiskRoom.FormatOf(options.DataFolder),
            FilesFormat = options.FilesFolder is { } folder ? DiskRoom.FormatOf(folder) : null,
            FilesFault = files.Fault,
            DatabaseCondition = check.Condition,
            CircuitIsOpen = clients.CircuitIsOpen,
            WaitsForOthers = database.WaitingForOthers > LongestQuietWait,
            UnknownZone = settings.UnknownZone,
            ErasureSince = erasures.UnfinishedSince,
        };
    }

    /// <summary>Worst first; of one severity the longest-standing first.</summary>
    public static IReadOnlyList<HealthProblem> Of(HealthFacts facts) =>
        [.. Sources.SelectMany(source => source(facts))
            .OrderByDescending(problem => problem.Severity)
            .ThenBy(problem => problem.Since ?? long.MaxValue)];
}
