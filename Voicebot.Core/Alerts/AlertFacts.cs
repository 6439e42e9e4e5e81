namespace Voicebot.Core.Alerts;

/// <summary>What was found when an alert began; numbers only, nothing of a person.</summary>
public sealed record AlertFacts
{
    /// <summary>The rule as it was then.</summary>
    public AlertDefinition Rule { get; init; } = new();
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    /// <summary>The figure, or by how much it changed.</summary>
    public double? Value { get; init; }
    /// <summary>points, percent or absolute, where it is a change.</summary>
    public string? Unit { get; init; }
    /// <summary>How many stand behind it; null where it is a count itself.</summary>
    public long? N { get; init; }
    /// <summary>Conversations that met the conditions.</summary>
    public long? Count { get; init; }
    /// <summary>Conversations of as many hours in the weeks before, on average.</summary>
    public double? Expected { get; init; }
    /// <summary>Of a budget: what is spent, or will be, in the owner's currency; the figure is percent of the budget.</summary>
    public decimal? Amount { get; init; }
    public decimal? Budget { get; init; }
    public string? Currency { get; init; }
    /// <summary>The agent whose budget it is; null for that of all.</summary>
    public string? AgentId { get; init; }
    /// <summary>Of a problem, with what happened and what to do in English.</summary>
    public string? Code { get; init; }
    public string? Detail { get; init; }
}
