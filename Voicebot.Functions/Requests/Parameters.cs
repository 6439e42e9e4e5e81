using Voicebot.Core.Conversations;
using Voicebot.Core.Synchronization;

namespace Voicebot.Functions.Requests;

/// <summary>The parameters of single addresses.</summary>
internal static class Parameters
{
    public const string Previous = "previous";
    public const string Vendor = "elevenlabs";
    public const string Json = "json";
    public const string Csv = "csv";

    public static QueryParameter<string?> CompareKpis { get; } = QueryParameter.OneOf("compare",
        "'previous' adds the figures of the period before, like with like, and how each moved, with intervals and a verdict.",
        Previous, "none");

    public static QueryParameter<string?> CompareAgents { get; } = QueryParameter.OneOf("compare",
        "'previous' adds how each agent moved since the period before, like with like.", Previous, "none");

    public static QueryParameter<int> Page { get; } = Usually(1, QueryParameter.Whole("page", "From 1.", 1, 10_000_000));

    public static QueryParameter<int> PerPage { get; } =
        Usually(50, QueryParameter.Whole("per_page", "Rows per page, 50 without it.", 1, 200));

    public static QueryParameter<ConversationSort> Sort { get; } = QueryParameter.From(
        ApiParameter.OneOf("sort", "A field; '-' before it for descending order. Unknown values come last either way, equal ones "
            + "newest first; equally many failed criteria by rating, so that '-failed_criteria' puts the worst conversations first.",
            [.. ConversationSort.Fields, .. ConversationSort.Fields.Select(field => "-" + field),
                .. ConversationSort.Fields.SelectMany(field => new[] { field + ":asc", field + ":desc" })]),
        query =>
        {
            if (query.Text("sort") is not { } text)
                return ConversationSort.NewestFirst;
            if (ConversationSort.Parse(text) is { } sort)
                return sort;
            query.Refuse("sort", $"must be one of {string.Join(", ", ConversationSort.Fields)}, with '-' before it for descending order");
            return ConversationSort.NewestFirst;
        });

    public static QueryParameter<int> FirstView { get; } = View("first", "The id of a named view.");

    public static QueryParameter<int> SecondView { get; } = View("second", "The id of another one, which the first is set against.");

    public static QueryParameter<int> Runs { get; } = Limit(50, 1000);

    public static QueryParameter<int> AuditEntries { get; } = Limit(100, 1000);

    public static QueryParameter<int> Others { get; } = Limit(20, 200);

    public static QueryParameter<string?> KindOfRun { get; } = QueryParameter.OneOf("sync_type", "Runs of one kind.", [.. SyncType.All]);

    public static QueryParameter<bool?> Count { get; } =
        QueryParameter.Flag("count", "Also how many conversations each has, in these agents and days.");

    public static QueryParameter<string?> Source { get; } =
        QueryParameter.OneOf("source", "'elevenlabs' lists those that the key can see.", Vendor, "configured");

    public static QueryParameter<string?> Zone { get; } = QueryParameter.Text("time_zone",
        "IANA name of the zone that decides the months; the reporting zone without it.", 64);

    public static QueryParameter<string?> Format { get; } = QueryParameter.OneOf("format", "JSON without it.", Json, Csv);

    public static QueryParameter<string?> Person { get; } = QueryParameter.From(
        ApiParameter.Text("phone", "The person's telephone number, however it is written, or WhatsApp's id of the person.").Needed,
        query => query.Text("phone"));

    public static QueryParameter<Core.Time.Month?> Month { get; } = QueryParameter.From(
        ApiParameter.Month("month", "The month to archive.").Needed,
        query =>
        {
            var month = query.Month("month");
            if (month is null && !query.HasError("month"))
                query.Refuse("month", "is required, written YYYY-MM");
            return month;
        });

    public static QueryParameter<int?> Version { get; } = QueryParameter.Whole("version",
        "That of what is removed, as it was read; 409 'changed_meanwhile' where it is another by now.", 1, int.MaxValue);

    private static QueryParameter<int> View(string name, string description)
    {
        var parameter = QueryParameter.Whole(name, description, 1, int.MaxValue);
        return QueryParameter.From(parameter.Needed, query =>
        {
            var id = parameter.Of(query);
            if (id is null && !query.HasError(name))
                query.Refuse(name, "is required, the id of a named view");
            return id ?? 0;
        });
    }

    private static QueryParameter<int> Limit(int usual, int most) =>
        Usually(usual, QueryParameter.Whole("limit", $"{usual} without it.", 1, most));

    private static QueryParameter<int> Usually(int usual, QueryParameter<int?> parameter) =>
        QueryParameter.From(parameter, query => parameter.Of(query) ?? usual);
}
