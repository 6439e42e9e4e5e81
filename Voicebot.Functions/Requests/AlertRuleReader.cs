using System.Text.Json;
using Voicebot.Core.Alerts;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Requests;

/// <summary>Reads a rule of alerts.</summary>
internal static class AlertRuleReader
{
    private const int UsualDays = 7;
    private const int UsualHours = 24;
    private const double LargestValue = 1e12;
    private const int MostDecimals = 15;
    internal const int MaxWordLength = 40;

    private static readonly Dictionary<string, string[]> Fields = new()
    {
        [AlertKind.Figure] = ["figure", "operator", "value", "days", "least_n"],
        [AlertKind.Conversations] = ["filters"],
        [AlertKind.System] = ["event", "hours", "percent", "forecast"],
    };

    /// <param name="channels">Those that there are.</param>
    /// <exception cref="Problems.ProblemException">400 with every error that was found.</exception>
    public static AlertRule Read(BodyReader body, EffectiveSettings settings, IReadOnlyList<AlertChannel> channels)
    {
        var name = KeptName.Read(body, AlertRule.MaxNameLength);
        var told = Channels(body, channels);
        var enabled = body.Flag("enabled") ?? true;
        return Watched(body, settings) with { Name = name, ChannelIds = told, Enabled = enabled };
    }

    /// <summary>One without a name.</summary>
    /// <exception cref="Problems.ProblemException">400 with every error that was found.</exception>
    public static AlertRule Watched(BodyReader body, EffectiveSettings settings)
    {
        var kind = Word(body, "kind", AlertKind.All) ?? "";
        foreach (var (other, names) in Fields.Where(one => one.Key != kind))
            foreach (var field in names.Where(field => body.Member(field) is not null && kind.Length > 0))
                body.Refuse(field, $"belongs to a rule of kind '{other}'");
        var definition = kind switch
        {
            AlertKind.Figure => Figure(body),
            AlertKind.Conversations => Conversations(body, settings),
            AlertKind.System => System(body),
            _ => new AlertDefinition(),
        };
        var agents = KeptAgents.Read(body, settings, AlertRule.MostAgents);
        body.Finish();
        return new AlertRule { Name = "", Kind = kind, Definition = definition, AgentIds = agents };
    }

    /// <summary>A word that must be there.</summary>
    internal static string? Word(BodyReader body, string name, IReadOnlyList<string> values)
    {
        var word = body.OneOf(name, values, MaxWordLength);
        if (word is null && !body.HasError(name))
            body.Refuse(name, $"must be one of {string.Join(", ", values)}");
        return word;
    }

    private static AlertDefinition Figure(BodyReader body)
    {
        var op = Word(body, "operator", AlertOperator.All);
        var isChange = op is not null && AlertOperator.IsChange(op);
        var figure = Word(body, "figure", isChange ? FigureWatch.Changing : FigureWatch.Figures);
        var value = body.Number("value", -LargestValue, LargestValue, MostDecimals);
        if (value is null && !body.HasError("value"))
            body.Refuse("value", "must be a number");
        else if (isChange && value <= 0)
            body.Refuse("value", "must be above 0: it says by how much");
        var days = body.Whole("days", 1, AlertDefinition.MostDays) ?? UsualDays;
        var leastN = body.Whole("least_n", 1, 1_000_000);
        return new AlertDefinition { Figure = figure, Operator = op, Value = value, Days = days, LeastN = leastN };
    }

    private static AlertDefinition Conversations(BodyReader body, EffectiveSettings settings)
    {
        var filters = KeptConditions.Read(body, "a rule is everybody's, for every day", settings);
        if (filters.Count == 0 && !body.HasError("filters"))
            body.Refuse("filters", "must hold at least one condition: a rule that picks everything points at nothing");
        return new AlertDefinition { Filters = filters };
    }

    private static AlertDefinition System(BodyReader body)
    {
        var what = Word(body, "event", AlertEvent.All);
        var hours = body.Whole("hours", 1, AlertDefinition.MostHours);
        if (what is not null and not AlertEvent.Silence && hours is not null)
            body.Refuse("hours", "belongs to silence");
        var percent = body.Whole("percent", 1, AlertDefinition.MostPercent);
        var forecast = body.Flag("forecast");
        if (what is not null and not AlertEvent.Budget && (percent is not null || forecast is not null))
            body.Refuse(percent is not null ? "percent" : "forecast", "belongs to a budget");
        return what == AlertEvent.Budget
            ? new AlertDefinition { Event = what, Percent = percent ?? BudgetWatch.UsualPercent, Forecast = forecast ?? false }
            : new AlertDefinition { Event = what, Hours = what == AlertEvent.Silence ? hours ?? UsualHours : null };
    }

    private static List<long> Channels(BodyReader body, IReadOnlyList<AlertChannel> channels)
    {
        if (body.Member("channels") is not { } given)
            return [];
        var ids = given.ValueKind == JsonValueKind.Array
            ? given.EnumerateArray().Select(one => one.ValueKind == JsonValueKind.Number && one.TryGetInt64(out var id) ? id : 0)
                .Distinct().ToList()
            : null;
        if (ids is not null && ids.TrueForAll(id => channels.Any(channel => channel.Id == id)))
            return ids;
        body.Refuse("channels", "must be a list of ids of channels");
        return [];
    }
}
