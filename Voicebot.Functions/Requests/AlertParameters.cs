using System.Text.Json.Nodes;
using Voicebot.Core.Alerts;

namespace Voicebot.Functions.Requests;

/// <summary>What the addresses of alerts read.</summary>
internal static class AlertParameters
{
    public const string Open = "open";
    public const string All = "all";

    public static QueryParameter<string> State { get; } = QueryParameter.From(
        ApiParameter.OneOf("state", "'all' without it; 'open' is what lasts at this moment.", Open, All),
        query => query.OneOf("state", [Open, All]) ?? All);

    private static readonly ApiParameter Name =
        ApiParameter.Text("name", "Each name once, whatever its case.", AlertRule.MaxNameLength).Needed;

    internal static readonly ApiParameter Enabled = ApiParameter.Flag("enabled", "True without it.");

    internal static readonly ApiParameter Agents = new("agents", "Ids of configured agents; all without it.",
        ListOf(AlertRule.MostAgents, new JsonObject { ["type"] = "string", ["maxLength"] = 200 }));

    /// <summary>A rule that nobody keeps yet.</summary>
    public static IReadOnlyList<ApiParameter> Watched { get; } =
    [
        ApiParameter.OneOf("kind", "What it watches: a figure of the newest days, single conversations, or the program itself.",
            AlertKind.All).Needed,
        ApiParameter.OneOf("figure", "Of a figure: as /api/kpis calls it.", FigureWatch.Figures),
        ApiParameter.OneOf("operator", "Of a figure: above or below a number, or clearly changed since as many days before; a change of "
            + $"{string.Join(", ", FigureWatch.Changing)} only.", AlertOperator.All),
        ApiParameter.Number("value", "Of a figure: the number, in the figure's unit; of a change in points, percent or the figure's own "
            + "unit, as the comparison of /api/kpis has it.", -1e12, 1e12),
        ApiParameter.Whole("days", "Of a figure: how many local days are looked at, 7 without it. They end with the day to which the data "
            + "reach, or the one before where too little of it is known.", 1, AlertDefinition.MostDays),
        ApiParameter.Whole("least_n", $"Of a figure: so many must stand behind it, {AlertDefinition.DefaultLeastN} without it.", 1,
            1_000_000),
        new("filters", "Of conversations: at least one condition by the name of its parameter, as in the address of the list; without "
            + "agents, period, ids and telephone numbers.", new JsonObject
            {
                ["type"] = "object",
                ["additionalProperties"] = new JsonObject { ["type"] = "string", ["maxLength"] = 200 },
            }),
        ApiParameter.OneOf("event", "Of the program: a problem that /api/health tells as a warning or an error, silence where people "
            + "used to call, or a month's budget.", AlertEvent.All),
        ApiParameter.Whole("hours", "Of silence: for how long, 24 without it.", 1, AlertDefinition.MostHours),
        ApiParameter.Whole("percent", $"Of a budget: so much of it, {BudgetWatch.UsualPercent} without it; told once a month.", 1,
            AlertDefinition.MostPercent),
        ApiParameter.Flag("forecast", "Of a budget: true for what the month will have cost, false, or without it, for what is spent."),
        Agents,
    ];

    public static IReadOnlyList<ApiParameter> Rule { get; } =
    [
        Name,
        .. Watched,
        new("channels", "Ids of the channels that tell it; all without it.",
            ListOf(AlertChannel.MostChannels, new JsonObject { ["type"] = "integer", ["minimum"] = 1 })),
        Enabled,
    ];

    public static IReadOnlyList<ApiParameter> Channel { get; } =
    [
        Name,
        ApiParameter.OneOf("kind", "How it sends.", ChannelKind.All).Needed,
        ApiParameter.Text("url", "Of teams, slack and webhook: where to post. It is never told again; absent keeps the stored one.",
            AlertChannelReader.MaxUrlLength),
        ApiParameter.Text("secret", "Of a webhook: signs what is posted. Of email: the password. It is never told again; absent keeps the "
            + "stored one, unless it would go to another server.", AlertChannelReader.MaxSecretLength),
        ApiParameter.Text("host", "Of email: the mail server."),
        ApiParameter.Whole("port", "Of email: 465 without it.", 1, 65_535),
        ApiParameter.OneOf("security", "Of email: encrypted from the start (tls, without it), after a greeting, or not.",
            AlertChannelReader.Securities),
        ApiParameter.Text("user", "Of email: who signs in; nobody without it."),
        ApiParameter.Text("from", "Of email: the sender's address."),
        new("to", "Of email: the addresses of the recipients.",
            ListOf(ChannelSettings.MostRecipients, new JsonObject { ["type"] = "string", ["maxLength"] = 200 })),
        ApiParameter.OneOf("language", "Of the messages.", AlertChannelReader.Languages).Needed,
        ApiParameter.Flag("private", "Messages hold numbers and titles of conversations, too; false without it."),
        ApiParameter.Whole("most_per_hour", $"More wait; {AlertChannel.DefaultPerHour} without it.", 1, 1000),
        ApiParameter.Text("quiet_from", "HH:MM in the reporting zone; until quiet_to nothing is sent, but kept.", 5),
        ApiParameter.Text("quiet_to", "HH:MM, exclusive.", 5),
        Enabled,
    ];

    internal static JsonObject ListOf(int most, JsonObject item) => new() { ["type"] = "array", ["maxItems"] = most, ["items"] = item };
}
