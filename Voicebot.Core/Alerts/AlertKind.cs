namespace Voicebot.Core.Alerts;

/// <summary>What a rule watches, as written in the API.</summary>
public static class AlertKind
{
    /// <summary>A figure of the newest days.</summary>
    public const string Figure = "figure";
    /// <summary>Single conversations that meet conditions.</summary>
    public const string Conversations = "conversations";
    /// <summary>The program itself.</summary>
    public const string System = "system";

    public static IReadOnlyList<string> All { get; } = [Figure, Conversations, System];
}

/// <summary>How a figure is held against a number.</summary>
public static class AlertOperator
{
    public const string Above = "above";
    public const string Below = "below";
    /// <summary>Clearly more than in as many days before, by at least the number (see <see cref="Kpis.FigureChange"/>).</summary>
    public const string RisesBy = "rises_by";
    public const string FallsBy = "falls_by";

    public static IReadOnlyList<string> All { get; } = [Above, Below, RisesBy, FallsBy];
    public static bool IsChange(string op) => op is RisesBy or FallsBy;
}

/// <summary>What can happen to the program.</summary>
public static class AlertEvent
{
    /// <summary>Anything that health tells as a warning or an error.</summary>
    public const string Problem = "problem";
    /// <summary>No conversations where as many hours of the weeks before had some.</summary>
    public const string Silence = "silence";

    /// <summary>More of a month's budget is spent, or will be, than the rule says; told once a month.</summary>
    public const string Budget = "budget";

    public static IReadOnlyList<string> All { get; } = [Problem, Silence, Budget];
}
