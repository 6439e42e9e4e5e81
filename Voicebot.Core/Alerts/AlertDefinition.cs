using Voicebot.Core.Phones;

namespace Voicebot.Core.Alerts;

/// <summary>What a rule watches; which members it has depends on its kind.</summary>
public sealed record AlertDefinition
{
    public const int MostDays = 92;
    public const int MostHours = 168;
    public const int MostPercent = 1_000;
    public const int DefaultLeastN = 30;

    /// <summary>As the figure is called in the report of KPIs.</summary>
    public string? Figure { get; init; }
    /// <summary>One of <see cref="AlertOperator"/>.</summary>
    public string? Operator { get; init; }
    /// <summary>In the figure's unit; of a change in points, percent or the figure's own unit (see the comparison of KPIs).</summary>
    public double? Value { get; init; }
    /// <summary>How many local days are looked at, the newest ones.</summary>
    public int? Days { get; init; }
    /// <summary>So many must stand behind the figure.</summary>
    public int? LeastN { get; init; }
    /// <summary>Conditions by the name of their parameter, as in the address of the list.</summary>
    public IReadOnlyDictionary<string, string>? Filters { get; init; }
    /// <summary>One of <see cref="AlertEvent"/>.</summary>
    public string? Event { get; init; }
    /// <summary>Without conversations.</summary>
    public int? Hours { get; init; }
    /// <summary>Of a month's budget.</summary>
    public int? Percent { get; init; }
    /// <summary>What the month will have cost counts, not what is spent.</summary>
    public bool? Forecast { get; init; }

    /// <summary>True when a condition, or the name that the rule has, holds the number, or other address, of somebody.</summary>
    internal bool Mentions(string name, ClientIdentity somebody) =>
        (Filters?.Values ?? []).Append(name).Any(text => somebody.Removed(text) != text);
}
