using Voicebot.Core.Conversations;
using Voicebot.Core.Phones;
using Voicebot.Core.Settings;
using Voicebot.Core.Time;
using Voicebot.Functions.Problems;

namespace Voicebot.Functions.Requests;

/// <summary>Reads which conversations a request means.</summary>
public static class FilterReader
{
    private const int MaxDuration = 1_000_000;
    private const int MaxCost = 1_000_000_000;
    private const int MaxIds = 200;
    private const int MaxChoices = 40;
    private const int MaxPhoneDigits = 30;
    private static readonly string[] Outcomes = ["success", "failure", "unknown"];
    private static readonly string[] CallResultWords = [.. CallResults.All, CallResults.Unknown];
    private static readonly string[] Directions = ["inbound", "outbound", "other"];

    /// <summary>
    /// The agents that are asked for, separated by commas; all, the retired ones among them, without any. Refuses one that is not known.
    /// </summary>
    public static IReadOnlyList<string> Agents(QueryReader query, EffectiveSettings settings) =>
        AskedAgents(query, settings) ?? settings.AgentIds;

    /// <summary>The agents as they are asked for, to be repeated in the answer; null without any.</summary>
    public static string? AgentText(QueryReader query) =>
        query.List("agent_id", Core.Agents.Agent.MaxAsked) is { } agentIds ? string.Join(',', agentIds) : null;

    /// <summary>The same; null when none is asked for.</summary>
    public static IReadOnlyList<string>? AskedAgents(QueryReader query, EffectiveSettings settings)
    {
        if (query.List("agent_id", Core.Agents.Agent.MaxAsked) is not { } agentIds)
            return null;
        if (agentIds.All(Core.Agents.Agent.IsId))
            return [.. agentIds.Select(agentId => Configured(agentId, settings))];
        query.Refuse("agent_id", "must be an agent id of letters, digits, '_' and '-', or several of them separated by commas");
        return null;
    }

    /// <summary>What the agents that are asked for are called; none when they are all of several.</summary>
    public static IReadOnlyList<string> AgentNames(QueryReader query, EffectiveSettings settings)
    {
        var agentIds = AskedAgents(query, settings) ?? (settings.Agents.Count == 1 ? settings.AgentIds : []);
        return [.. settings.Agents.Where(agent => agentIds.Contains(agent.Id)).Select(agent => agent.Name ?? agent.Id)];
    }

    /// <exception cref="ProblemException">404 when the agent is not configured.</exception>
    public static string Configured(string agentId, EffectiveSettings settings) =>
        settings.AgentIds.Contains(agentId)
            ? agentId
            : throw new ProblemException(
                new Problem(404, "agent_not_found",
                    $"The agent '{agentId}' is not configured. Add it in the settings, or leave agent_id out for all agents."));

    /// <summary>Agents and period.</summary>
    public static ConversationFilter Scope(QueryReader query, EffectiveSettings settings) => new()
    {
        AgentIds = Agents(query, settings),
        Period = Period(query),
    };

    /// <summary>Agents, period and every condition of the conversation list.</summary>
    public static ConversationFilter Conditions(QueryReader query, EffectiveSettings settings)
    {
        var filter = Read(query, settings);
        if (filter.DurationMin > filter.DurationMax)
            query.Refuse("duration_min", "must not be above 'duration_max'");
        if (filter.CostMin > filter.CostMax)
            query.Refuse("cost_min", "must not be above 'cost_max'");
        if (filter.RatingMin > filter.RatingMax)
            query.Refuse("rating_min", "must not be above 'rating_max'");
        return filter;
    }

    private static ConversationFilter Read(QueryReader query, EffectiveSettings settings) => Scope(query, settings) with
    {
        Outcomes = query.AnyOf("outcome", Outcomes),
        Status = query.Text("status", 40),
        EndReasons = query.AnyOf("end_reason", EndReasons.Texts),
        CallResult = query.OneOf("call_result", CallResultWords),
        Talked = query.Flag("talked"),
        Directions = query.AnyOf("direction", Directions),
        Channels = query.AnyOf("channel", Channels.Texts),
        Sources = query.List("source", MaxChoices, 60) ?? [],
        Languages = query.List("language", MaxChoices, 20) ?? [],
        Transferred = query.Flag("transferred"),
        Handover = query.Flag("handover"),
        Dropout = query.Flag("dropout"),
        Error = query.Flag("error"),
        Rated = query.Flag("rated"),
        CostKnown = query.Flag("cost_known"),
        CostUsdKnown = query.Flag("cost_usd_known"),
        HasTranscript = query.Flag("transcript"),
        Deleted = query.Flag("deleted"),
        DurationMin = query.Whole("duration_min", 0, MaxDuration),
        DurationMax = query.Whole("duration_max", 0, MaxDuration),
        CostMin = query.Whole("cost_min", 0, MaxCost),
        CostMax = query.Whole("cost_max", 0, MaxCost),
        Ratings = query.Wholes("rating", 1, 5),
        RatingMin = query.Number("rating_min", 1, 5),
        RatingMax = query.Number("rating_max", 1, 5),
        Criterion = Criterion(query),
        Phone = Phone(query),
        MaskPhones = settings.MaskPhones,
        Search = query.Text("search"),
        Tool = query.Text("tool"),
        ToolError = query.Text("tool_error"),
        Datum = Datum(query),
        Tag = query.Text("tag"),
        Version = query.Text("version"),
        Sentiments = query.AnyOf("sentiment", Sentiment.Labels),
        Weekdays = query.Wholes("weekday", 1, 7),
        Hours = query.Wholes("hour", 0, 23),
        Ids = query.List("ids", MaxIds) ?? [],
    };

    private static Period Period(QueryReader query)
    {
        var month = query.Month("month");
        var from = query.Date("from");
        var to = query.Date("to");
        if (month is { } whole)
        {
            if (from is not null || to is not null)
                query.Refuse("month", "excludes 'from' and 'to'; give the month or the days");
            return Core.Time.Period.Of(whole);
        }
        if (from > to)
            query.Refuse("from", "must not be after 'to'");
        return new Period(from, to);
    }

    private static string? Phone(QueryReader query)
    {
        var phone = query.Text("phone");
        if (phone is not null && PhoneMatch.DigitsIn(phone) > MaxPhoneDigits)
            query.Refuse("phone", $"has more than {MaxPhoneDigits} digits, which no telephone number has");
        return phone;
    }

    private static DatumCondition? Datum(QueryReader query)
    {
        var id = query.Text("data");
        var value = query.Text("data_value");
        if (id is null && value is not null)
            query.Refuse("data_value", "needs 'data', which names the collected datum");
        return id is null ? null : new DatumCondition(id, value);
    }

    private static CriterionCondition? Criterion(QueryReader query)
    {
        if (query.Text("criterion") is not { } text)
            return null;
        var colon = text.LastIndexOf(':');
        if (colon > 0 && Outcomes.Contains(text[(colon + 1)..]))
            return new CriterionCondition(text[..colon], text[(colon + 1)..]);
        query.Refuse("criterion", "must be written id:success, id:failure or id:unknown");
        return null;
    }
}
