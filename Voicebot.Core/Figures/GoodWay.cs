namespace Voicebot.Core.Figures;

/// <summary>Which way is good for a figure, by its name in the report; said here and nowhere else.</summary>
public static class GoodWay
{
    public const string Up = "up";
    public const string Down = "down";

    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["conversion_rate"] = Up,
        ["criteria_pass_rate"] = Up,
        ["avg_rating"] = Up,
        ["connection_rate"] = Up,
        ["dropout_rate"] = Down,
        ["error_rate"] = Down,
        ["avg_cost_per_session"] = Down,
        ["cost_usd_per_success"] = Down,
        ["cost_usd_per_minute"] = Down,
    };

    /// <summary>
    /// up, down, or null where neither is: fewer transfers to people may be a better bot, or one that lets nobody through.
    /// </summary>
    public static string? Of(string figure) => Known.GetValueOrDefault(figure);
}
