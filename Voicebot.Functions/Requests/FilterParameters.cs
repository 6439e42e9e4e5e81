using Voicebot.Core.Agents;
using Voicebot.Core.Conversations;
using Voicebot.Core.Phones;

namespace Voicebot.Functions.Requests;

/// <summary>The parameters that say which conversations are meant, each declared here and nowhere else.</summary>
internal static class FilterParameters
{
    private const int MaxCost = 1_000_000_000;
    private const int MaxDuration = 1_000_000;
    private const int MaxCriteria = 10;
    private const int MaxData = 10;
    private const int MaxDataText = 2_000;
    private const int MaxIds = 200;
    private const int MaxChoices = 40;
    private const int MaxText = 200;
    private const int MaxPhoneDigits = 30;
    private static readonly string[] Outcomes = ["success", "failure", "unknown"];
    private static readonly string[] Directions = ["inbound", "outbound", "other"];

    public static QueryParameter<IReadOnlyList<string>?> Agents { get; } = QueryParameter.Ids(
        "agent_id", "A configured agent, or several separated by commas; all without it.", Agent.MaxAsked);

    public static QueryParameter<Core.Time.Month?> Month { get; } = QueryParameter.Month("month", "A month of the reporting zone.");

    public static QueryParameter<DateOnly?> From { get; } = QueryParameter.Date("from", "First day, inclusive; excludes 'month'.");

    public static QueryParameter<DateOnly?> To { get; } = QueryParameter.Date("to", "Last day, inclusive; excludes 'month'.");

    public static IReadOnlyList<ApiParameter> Scope { get; } = [Agents, Month, From, To];

    private static QueryParameter<IReadOnlyList<CriterionCondition>> Criteria(string name) => QueryParameter.From(
        ApiParameter.Text(name,
            $"id:success, id:failure or id:unknown; of several, separated by commas and at most {MaxCriteria}, all hold."),
        query =>
        {
            IReadOnlyList<CriterionCondition> none = [];
            if (query.Text(name) is not { } text)
                return none;
            var criteria = CriterionCondition.ReadAll(text);
            if (criteria is { Count: <= MaxCriteria })
                return criteria;
            query.Refuse(name, "must be written id:success, id:failure or id:unknown, or "
                + $"as at most {MaxCriteria} of these separated by commas");
            return none;
        });

    private static QueryParameter<string?> Phone(string name) => QueryParameter.From(
        ApiParameter.Text(name,
            "A number of either end, however it is written, or another id of the client: while clients' numbers are masked, a whole one "
            + "(30 different ones an hour, recorded in the audit log) or its last three digits, else any part. The country code of a "
            + "whole number may be missing."),
        query =>
        {
            var phone = query.Text(name);
            if (phone is not null && PhoneMatch.DigitsIn(phone) > MaxPhoneDigits)
                query.Refuse(name, $"has more than {MaxPhoneDigits} digits, which no telephone number has");
            return phone;
        });

    private static QueryParameter<IReadOnlyList<DatumCondition>> Data(string name) => QueryParameter.From(
        ApiParameter.Text(name,
            "What was collected: id:op:value with eq, neq, gt, gte, lt or lte; id:in:one|other; id:exists (a value that is not null); "
            + $"id:missing. Of several, separated by commas and at most {MaxData}, all hold. Values are compared as they are shown, in "
            + "capitals or small letters; gt, gte, lt and lte compare numbers with a number and ISO dates with an ISO date, of which a "
            + "day takes in its times. A comma, bar or colon that parts nothing, and a backslash before one of these, has a backslash "
            + "before it. An id alone, without any op, exists.", MaxDataText),
        query =>
        {
            IReadOnlyList<DatumCondition> none = [];
            if (query.Text(name, MaxDataText) is not { } text)
                return none;
            var data = DatumConditionText.ReadAll(text);
            if (data is { Count: <= MaxData } && data.All(one => one.DataId.Length <= MaxText))
                return data;
            query.Refuse(name, "must be written id:op:value (op is eq, neq, gt, gte, lt, lte, or in with values separated by |), "
                + "id:exists or id:missing, where gt, gte, lt and lte take a number with a point or an ISO date, or as at most "
                + $"{MaxData} of these separated by commas");
            return none;
        });

    private static QueryParameter<string?> DataValue(string name) =>
        QueryParameter.Text(name, "Where 'data' is one id alone: its value, as it is shown.");

    /// <summary>The conditions of the list, beside agents and period.</summary>
    public static IReadOnlyList<FilterCondition> Conditions { get; } =
    [
        .. FilterCondition.WithOpposite("outcome", name => QueryParameter.AnyOf(name, "Of finished conversations.", Outcomes),
            (filter, value) => filter with { Outcomes = value }),
        .. FilterCondition.WithOpposite("status", name => QueryParameter.Texts(name,
            "A status of ElevenLabs, or 'finished' or 'unfinished'.", MaxChoices, 40),
            (filter, value) => filter with { Statuses = value }),
        .. FilterCondition.WithOpposite("end_reason", name => QueryParameter.AnyOf(name, "Our class of the termination reason.",
            EndReasons.Texts),
            (filter, value) => filter with { EndReasons = value }),
        .. FilterCondition.WithOpposite("call_result", name => QueryParameter.AnyOf(name,
            "How dialling ended; 'unknown' is none of the others.", [.. CallResults.All, CallResults.Unknown]),
            (filter, value) => filter with { CallResults = value }),
        FilterCondition.Of(QueryParameter.Flag("talked", "A person said or sent something."),
            (filter, value) => filter with { Talked = value }),
        .. FilterCondition.WithOpposite("direction", name => QueryParameter.AnyOf(name, "Web and text are 'other'.", Directions),
            (filter, value) => filter with { Directions = value }),
        .. FilterCondition.WithOpposite("channel", name => QueryParameter.AnyOf(name, "How the far end was connected.", Channels.Texts),
            (filter, value) => filter with { Channels = value }),
        .. FilterCondition.WithOpposite("source", name =>
            QueryParameter.Texts(name, "The initiation source of ElevenLabs.", MaxChoices, 60),
            (filter, value) => filter with { Sources = value }),
        .. FilterCondition.WithOpposite("language", name => QueryParameter.Texts(name, "Main language.", MaxChoices, 20),
            (filter, value) => filter with { Languages = value }),
        FilterCondition.Of(QueryParameter.Flag("transferred", "Handed over to a person."),
            (filter, value) => filter with { Transferred = value }),
        FilterCondition.Of(QueryParameter.Flag("handover", "Handed over to another agent."),
            (filter, value) => filter with { Handover = value }),
        FilterCondition.Of(QueryParameter.Flag("dropout", "Done without success or transfer, because the far end broke it off."),
            (filter, value) => filter with { Dropout = value }),
        FilterCondition.Of(QueryParameter.Flag("error", "A technical error."), (filter, value) => filter with { Error = value }),
        FilterCondition.Of(QueryParameter.Flag("rated", "With a rating."), (filter, value) => filter with { Rated = value }),
        FilterCondition.Of(QueryParameter.Flag("cost_known", "With a cost in credits."),
            (filter, value) => filter with { CostKnown = value }),
        FilterCondition.Of(QueryParameter.Flag("cost_usd_known", "With a cost in US dollars."),
            (filter, value) => filter with { CostUsdKnown = value }),
        FilterCondition.Of(QueryParameter.Flag("transcript", "With a transcript."),
            (filter, value) => filter with { HasTranscript = value }),
        FilterCondition.Of(QueryParameter.Flag("deleted", "Deleted at ElevenLabs."), (filter, value) => filter with { Deleted = value }),
        FilterCondition.Of(QueryParameter.Whole("duration_min", "Seconds, inclusive.", 0, MaxDuration),
            (filter, value) => filter with { DurationMin = value }),
        FilterCondition.Of(QueryParameter.Whole("duration_max", "Seconds, inclusive.", 0, MaxDuration),
            (filter, value) => filter with { DurationMax = value }),
        FilterCondition.Of(QueryParameter.Whole("cost_min", "Credits, inclusive.", 0, MaxCost),
            (filter, value) => filter with { CostMin = value }),
        FilterCondition.Of(QueryParameter.Whole("cost_max", "Credits, inclusive.", 0, MaxCost),
            (filter, value) => filter with { CostMax = value }),
        .. FilterCondition.WithOpposite("rating", name => QueryParameter.Wholes(name, "The rounded rating.", 1, 5),
            (filter, value) => filter with { Ratings = value }),
        FilterCondition.Of(QueryParameter.Number("rating_min", "Inclusive.", 1, 5), (filter, value) => filter with { RatingMin = value }),
        FilterCondition.Of(QueryParameter.Number("rating_max", "Inclusive.", 1, 5), (filter, value) => filter with { RatingMax = value }),
        .. FilterCondition.WithOpposite("criterion", Criteria, (filter, value) => filter with { Criteria = value }),
        .. FilterCondition.WithOpposite("phone", Phone, (filter, value) => filter with { Phone = value }),
        .. FilterCondition.WithOpposite("search", name => QueryParameter.Text(name,
            "Words of title, summary or transcript, from three letters on also their beginnings, or an id."),
            (filter, value) => filter with { Search = value }),
        .. FilterCondition.WithOpposite("tool", name => QueryParameter.Texts(name, "Called this tool.", MaxChoices, MaxText),
            (filter, value) => filter with { Tools = value }),
        .. FilterCondition.WithOpposite("tool_error", name =>
            QueryParameter.Texts(name, "Got an error from this tool.", MaxChoices, MaxText),
            (filter, value) => filter with { ToolErrors = value }),
        new([Data("data"), DataValue("data_value")],
            (query, filter) => filter with { Data = DataOf(query, "data", "data_value") }),
        new([FilterCondition.Opposite("data", Data("not_data")), DataValue("not_data_value") with
            {
                Description = "Where 'not_data' is one id alone: only this value is out.",
            }],
            (query, filter) => FilterCondition.WithoutThose(filter,
                not => not with { Data = DataOf(query, "not_data", "not_data_value") })),
        .. FilterCondition.WithOpposite("tag", name =>
            QueryParameter.Texts(name, "With this tag of ElevenLabs, by its id.", MaxChoices, MaxText),
            (filter, value) => filter with { Tags = value }),
        .. FilterCondition.WithOpposite("version", name =>
            QueryParameter.Texts(name, "With this version of the agent, by its id.", MaxChoices, MaxText),
            (filter, value) => filter with { Versions = value }),
        .. FilterCondition.WithOpposite("branch", name =>
            QueryParameter.Texts(name, "On this branch of the agent, by its id.", MaxChoices, MaxText),
            (filter, value) => filter with { Branches = value }),
        .. FilterCondition.WithOpposite("campaign", name =>
            QueryParameter.Texts(name, "Dialled for this campaign, by its id.", MaxChoices, MaxText),
            (filter, value) => filter with { Campaigns = value }),
        .. FilterCondition.WithOpposite("transfer", name => QueryParameter.Texts(name,
            "With a transfer that ended so: a result type of ElevenLabs, such as transfer_to_number_error.", MaxChoices, MaxText),
            (filter, value) => filter with { Transfers = value }),
        FilterCondition.Of(QueryParameter.Flag("commented", "With a comment beside the rating."),
            (filter, value) => filter with { Commented = value }),
        FilterCondition.Of(QueryParameter.Flag("waited", "Waited in the queue before the agent answered."),
            (filter, value) => filter with { Waited = value }),
        FilterCondition.Of(QueryParameter.Number("frustration_min", "Inclusive; by the analysis of ElevenLabs.", 0, 1),
            (filter, value) => filter with { FrustrationMin = value }),
        .. FilterCondition.WithOpposite("sentiment", name => QueryParameter.AnyOf(name, "The mood by the analysis of ElevenLabs.",
            Sentiment.Labels),
            (filter, value) => filter with { Sentiments = value }),
        .. FilterCondition.WithOpposite("weekday", name => QueryParameter.Wholes(name, "Local weekday of the start, 1 is Monday.", 1, 7),
            (filter, value) => filter with { Weekdays = value }),
        .. FilterCondition.WithOpposite("hour", name => QueryParameter.Wholes(name, "Local hour of the start.", 0, 23),
            (filter, value) => filter with { Hours = value }),
        FilterCondition.Of(QueryParameter.Ids("ids", $"Conversation ids separated by commas, at most {MaxIds}.", MaxIds),
            (filter, value) => filter with { Ids = value ?? [] }),
    ];

    /// <summary>All parameters of the list, agents and period first.</summary>
    public static IReadOnlyList<ApiParameter> All { get; } =
        [.. Scope, .. Conditions.SelectMany(condition => condition.Parameters)];

    private static IReadOnlyList<DatumCondition> DataOf(QueryReader query, string data, string dataValue)
    {
        var conditions = Data(data).Of(query);
        if (DataValue(dataValue).Of(query) is not { } value)
            return conditions;
        if (conditions is [{ Operator: DatumCondition.Exists } alone])
            return [new DatumCondition(alone.DataId, DatumCondition.Equal, value)];
        query.Refuse(dataValue, $"needs '{data}', which names the collected datum and nothing else");
        return [];
    }
}
