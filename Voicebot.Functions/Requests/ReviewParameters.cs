using System.Text.Json.Nodes;
using Voicebot.Core.Reviews;

namespace Voicebot.Functions.Requests;

/// <summary>What the addresses of the review inbox read.</summary>
internal static class ReviewParameters
{
    public const int MostChanges = 200;
    public const string All = "all";

    public static QueryParameter<string> State { get; } = QueryParameter.From(
        ApiParameter.OneOf("state", "'open', which is new and in_work, without it; 'closed' is done and not_needed.",
            [ReviewQuery.Open, ReviewQuery.Closed, All, .. ReviewState.All]),
        query => query.OneOf("state", [ReviewQuery.Open, ReviewQuery.Closed, All, .. ReviewState.All]) ?? ReviewQuery.Open);

    public static QueryParameter<string?> Owner { get; } =
        QueryParameter.Text("owner", "Those of this person.", ReviewChange.MaxOwnerLength);

    public static QueryParameter<string?> Label { get; } = QueryParameter.Text("label", "With this label.", ReviewChange.MaxLabelLength);

    public static QueryParameter<int?> Rule { get; } =
        QueryParameter.Whole("rule", "Put here by the rule with this id.", 1, int.MaxValue);

    public static QueryParameter<bool?> Caught { get; } =
        QueryParameter.Flag("caught", "Also how many conversations of the last 30 days each rule picks.");

    /// <summary>What can be done with a conversation.</summary>
    public static IReadOnlyList<ApiParameter> Change { get; } =
    [
        new("version", "As it was read, 0 for one that is not in the inbox; another one by now is a conflict. Nobody is asked without it.",
            new JsonObject { ["type"] = "integer", ["minimum"] = 0 }),
        ApiParameter.OneOf("state", "Where it stands now.", ReviewState.All),
        ApiParameter.Text("owner", "Who looks after it; an empty text is nobody.", ReviewChange.MaxOwnerLength),
        new("labels", "All labels that it has from now on.",
            new JsonObject
            {
                ["type"] = "array",
                ["maxItems"] = ReviewChange.MostLabels,
                ["items"] = new JsonObject { ["type"] = "string", ["maxLength"] = ReviewChange.MaxLabelLength },
            }),
        ApiParameter.Text("note", "Is added to the history.", ReviewChange.MaxNoteLength),
    ];

    public static ApiParameter Changes { get; } = new("changes",
        "Each names its conversation_id beside what the change of one takes; those that can be are made, in this order.",
        new JsonObject
        {
            ["type"] = "array",
            ["minItems"] = 1,
            ["maxItems"] = MostChanges,
            ["items"] = new JsonObject
            {
                ["type"] = "object",
                ["required"] = new JsonArray("conversation_id"),
                ["properties"] = new JsonObject(Change.Prepend(ApiParameter.Text("conversation_id", ""))
                    .Select(field => KeyValuePair.Create<string, JsonNode?>(field.Name, field.Schema.DeepClone()))),
            },
        }, Required: true);

    private static readonly ApiParameter Filters = new("filters",
        "At least one condition by the name of its parameter, as in the address of the list; without agents, period, ids and telephone "
        + "numbers.",
        new JsonObject
        {
            ["type"] = "object",
            ["minProperties"] = 1,
            ["additionalProperties"] = new JsonObject { ["type"] = "string", ["maxLength"] = 200 },
        }, Required: true);

    private static readonly ApiParameter Agents = new("agents", "Ids of configured agents; all without it.",
        new JsonObject
        {
            ["type"] = "array",
            ["maxItems"] = ReviewRule.MostAgents,
            ["items"] = new JsonObject { ["type"] = "string", ["maxLength"] = 200 },
        });

    /// <summary>A rule that nobody keeps yet.</summary>
    public static IReadOnlyList<ApiParameter> Conditions { get; } = [Filters, Agents];

    public static IReadOnlyList<ApiParameter> OfRule { get; } =
    [
        ApiParameter.Text("name", "Each name once, whatever its case.", ReviewRule.MaxNameLength).Needed, Filters, Agents,
        ApiParameter.Flag("enabled", "True without it."),
    ];
}
