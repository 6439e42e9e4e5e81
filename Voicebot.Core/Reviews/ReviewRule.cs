using Voicebot.Core.Phones;

namespace Voicebot.Core.Reviews;

/// <summary>Which conversations a person should look at: those that meet all conditions, like a view of the list.</summary>
public sealed record ReviewRule
{
    public const int MostRules = 200;
    public const int MaxNameLength = 60;
    public const int MostAgents = 50;

    /// <summary>So many unseen ones keep a rule from taking more: it is too wide to be looked through.</summary>
    public const int MostUnseen = 1000;

    public long Id { get; init; }
    /// <summary>Of one that was there from the start: dropout, error, low_rating, failed; null for those of people.</summary>
    public string? Kind { get; init; }
    public required string Name { get; init; }
    /// <summary>Conditions by the name of their parameter, as in the address of the list; at least one.</summary>
    public required IReadOnlyDictionary<string, string> Filters { get; init; }
    /// <summary>Only conversations of these; empty for all agents. One that is no longer configured has none.</summary>
    public IReadOnlyList<string> AgentIds { get; init; } = [];
    public bool Enabled { get; init; } = true;
    /// <summary>Unix seconds.</summary>
    public long ChangedAt { get; init; }

    /// <summary>True when one of its texts holds the number, or other address, of somebody.</summary>
    public bool Mentions(ClientIdentity somebody) => Filters.Values.Append(Name).Any(text => somebody.Removed(text) != text);
}
