using Voicebot.Core.Kpis;
using Voicebot.Core.Notes;
using Voicebot.Core.Time;

namespace Voicebot.Core.Digests;

/// <summary>What a digest tells, free of any language: the same as the API answers at that moment.</summary>
public sealed record DigestContent
{
    public required string Name { get; init; }
    public required Period Period { get; init; }
    public required KpiReport Report { get; init; }
    /// <summary>Side by side, where there are several.</summary>
    public required IReadOnlyList<(string Name, AgentFigures Figures)> Agents { get; init; }
    /// <summary>Those that it tells of; empty for all.</summary>
    public required IReadOnlyList<string> AgentIds { get; init; }
    /// <summary>The names of those that it tells of; empty for all.</summary>
    public required IReadOnlyList<string> AgentNames { get; init; }
    /// <summary>Conversations that nobody has looked at yet.</summary>
    public long Unseen { get; init; }
    /// <summary>The newest of them, with their titles; none where the channel may not have them.</summary>
    public IReadOnlyList<(string ConversationId, DateTimeOffset? BeganAt, string Title)> Newest { get; init; } = [];
    /// <summary>People who should be called back; null where there were too many to count.</summary>
    public int? ToCallBack { get; init; }
    /// <summary>How often each rule found something in the period.</summary>
    public IReadOnlyList<(string Rule, long Count)> Alerts { get; init; } = [];
    public IReadOnlyList<DayNote> Notes { get; init; } = [];
    public required ReportingZone Zone { get; init; }

    /// <summary>The data do not reach to the end of the period.</summary>
    public bool IsIncomplete => Report.AsOf is not { } asOf || asOf.ToUnixTimeSeconds() < Zone.EndOf(Period.To!.Value);
}
