using Voicebot.Core.Files;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;

namespace Voicebot.Core.Health;

/// <summary>What the sources of problems look at, read once.</summary>
public sealed record HealthFacts
{
    /// <summary>Unix seconds.</summary>
    public required long Now { get; init; }
    public required VoicebotOptions Options { get; init; }
    public required EffectiveSettings Settings { get; init; }
    public required IReadOnlyList<AgentFreshness> Agents { get; init; }
    /// <summary>Null where the system does not tell.</summary>
    public DiskRoom? Disk { get; init; }
    /// <summary>The kind of file system under the data folder.</summary>
    public string? DiskFormat { get; init; }
    /// <summary>The kind of file system under the folder that VOICEBOT_FILES names; null when it names none.</summary>
    public string? FilesFormat { get; init; }
    /// <summary>What stands in the way of archives, recordings and backups.</summary>
    public FilesFault? FilesFault { get; init; }
    /// <summary>ok, checking or damaged.</summary>
    public required string DatabaseCondition { get; init; }
    public required bool CircuitIsOpen { get; init; }
    /// <summary>Another program holds the database, and a writer waits for it.</summary>
    public bool WaitsForOthers { get; init; }
    /// <summary>The zone that is stored but not known here.</summary>
    public string? UnknownZone { get; init; }
    /// <summary>When the oldest erasure that is not finished was asked for; unix seconds.</summary>
    public long? ErasureSince { get; init; }

    public bool IsConfigured => Settings.Connection is not null && Settings.ActiveAgentIds.Count > 0;
}
