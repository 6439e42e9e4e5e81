namespace Voicebot.Core.Alerts;

/// <summary>What somebody wants to be told.</summary>
public sealed record AlertRule
{
    public const int MostRules = 200;
    public const int MaxNameLength = 60;
    public const int MostAgents = 50;

    public long Id { get; init; }
    public required string Kind { get; init; }
    public required string Name { get; init; }
    public required AlertDefinition Definition { get; init; }
    /// <summary>Only these; empty for all agents.</summary>
    public IReadOnlyList<string> AgentIds { get; init; } = [];
    /// <summary>Ids of the channels that tell it; empty for all.</summary>
    public IReadOnlyList<long> ChannelIds { get; init; } = [];
    public bool Enabled { get; init; } = true;
    /// <summary>Conversations count that began from here on; unix seconds.</summary>
    public long Since { get; init; }
    public long ChangedAt { get; init; }
}
