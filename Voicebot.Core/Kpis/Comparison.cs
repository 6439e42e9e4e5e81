namespace Voicebot.Core.Kpis;

/// <summary>What a period is like beside the one before it, like with like; free of any language.</summary>
public sealed record Comparison
{
    public DateOnly From { get; init; }
    public DateOnly To { get; init; }
    /// <summary>The data of a running period reach to here; null for a finished one.</summary>
    public DateTimeOffset? Until { get; init; }
    public DateOnly PreviousFrom { get; init; }
    public DateOnly PreviousTo { get; init; }
    /// <summary>The period before is counted to here; null for a finished one.</summary>
    public DateTimeOffset? PreviousUntil { get; init; }
    public required IReadOnlyList<FigureChange> Figures { get; init; }
    /// <summary>The same of each criterion; its name is the criterion's id.</summary>
    public required IReadOnlyList<FigureChange> Criteria { get; init; }
    public required Verdict Verdict { get; init; }
}

/// <summary>How one figure moved.</summary>
public sealed record FigureChange
{
    /// <summary>As the figure is called in the report.</summary>
    public required string Name { get; init; }
    /// <summary>rate (percent), mean, sum, or ratio (of two sums).</summary>
    public required string Kind { get; init; }
    /// <summary>Which way is good: up, down, or null where neither is.</summary>
    public string? Better { get; init; }
    public double? Value { get; init; }
    /// <summary>The value's own interval of 95 % (Wilson), in percent; null where it is no rate, or nothing was counted.</summary>
    public double? ValueLow { get; init; }
    public double? ValueHigh { get; init; }
    public double? Previous { get; init; }
    /// <summary>How many stand behind the value; what they are depends on the figure.</summary>
    public long N { get; init; }
    public long PreviousN { get; init; }
    /// <summary>points (percentage points), percent (of the value before) or absolute.</summary>
    public required string Unit { get; init; }
    /// <summary>Null where there is none to show: a side has no value, or fewer than 30.</summary>
    public double? Change { get; init; }
    /// <summary>The change's interval of 95 %, in the same unit; null where it is not tested.</summary>
    public double? Low { get; init; }
    public double? High { get; init; }
    /// <summary>See <see cref="Judgement"/>.</summary>
    public required string Judgement { get; init; }
    /// <summary>The change is past ±999 %, so that its number says little.</summary>
    public bool MoreThanTenfold { get; init; }

    /// <summary>The interval of 99 % leaves out zero, which a figure needs that is picked among many.</summary>
    internal bool IsStriking { get; init; }

    /// <summary>How far the change is from zero, in widths of its interval.</summary>
    internal double Distance => Low is { } low && High is { } high && high > low ? Math.Abs(Change ?? 0) / (high - low) : 0;
}

/// <summary>What can be said of a change.</summary>
public static class Judgement
{
    public const string Better = "better";
    public const string Worse = "worse";
    /// <summary>Clear, but neither good nor bad.</summary>
    public const string Changed = "changed";
    public const string NoClearChange = "no_clear_change";
    /// <summary>A sum or a ratio of sums: told as it is.</summary>
    public const string NotJudged = "not_judged";
    /// <summary>Fewer than 30 on a side.</summary>
    public const string TooFew = "too_few";
    /// <summary>The two sides have conversations in common, of which no interval of a difference knows.</summary>
    public const string Shared = "shared";

    public static IReadOnlyList<string> All { get; } = [Better, Worse, Changed, NoClearChange, NotJudged, TooFew, Shared];
}

/// <summary>How the period went, to be worded by whoever shows it.</summary>
public sealed record Verdict
{
    /// <summary>
    /// nothing (no finished conversation), too_few (fewer than 30), no_comparison (too few before), better, worse, mixed (the lead figure
    /// and a claim disagree), or none (the lead figure did not change clearly).
    /// </summary>
    public required string State { get; init; }
    /// <summary>The name of the figure that leads.</summary>
    public required string Lead { get; init; }
    /// <summary>At most two further figures with a change that leaves no doubt (99 %), the clearest first.</summary>
    public required IReadOnlyList<string> Claims { get; init; }
    /// <summary>Figures that were tested and show no clear change.</summary>
    public required IReadOnlyList<string> Unchanged { get; init; }
    public long N { get; init; }
    public long PreviousN { get; init; }
}
