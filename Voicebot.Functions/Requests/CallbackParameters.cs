using System.Text.Json.Nodes;
using Voicebot.Core.Callbacks;

namespace Voicebot.Functions.Requests;

/// <summary>What the addresses of the call-back list read.</summary>
internal static class CallbackParameters
{
    public const int MostChanges = 200;

    public static QueryParameter<string> State { get; } = QueryParameter.From(
        ApiParameter.OneOf("state", "'waiting' without it; 'later' did not answer and comes back by itself, 'done' was reached or needs "
            + "no call.", CallbackState.All),
        query => query.OneOf("state", [.. CallbackState.All]) ?? CallbackState.Waiting);

    private static IReadOnlyList<ApiParameter> Change { get; } =
    [
        new("conversation_id", "Any conversation of the person.", new JsonObject { ["type"] = "string", ["maxLength"] = 200 }),
        ApiParameter.OneOf("action", "'reached', 'no_answer' (comes back later) or 'done'; 'wanted' puts somebody on the list whose calls "
            + "did not fail, 'waiting' takes the mark back.", CallbackAction.All),
        new("version", "As it was read, 0 for somebody without a mark; another one by now is a conflict. Nobody is asked without it.",
            new JsonObject { ["type"] = "integer", ["minimum"] = 0 }),
        new("until", "With 'no_answer': when the person comes back, ISO 8601 with offset; as the settings say without it.",
            new JsonObject { ["type"] = "string", ["format"] = "date-time" }),
        new("note", "In the place of the one that there is; an empty text removes it.",
            new JsonObject { ["type"] = "string", ["maxLength"] = CallbackChange.MaxNoteLength }),
    ];

    public static ApiParameter Changes { get; } = new("changes", "Those that can be are made, in this order.",
        new JsonObject
        {
            ["type"] = "array",
            ["minItems"] = 1,
            ["maxItems"] = MostChanges,
            ["items"] = new JsonObject
            {
                ["type"] = "object",
                ["required"] = new JsonArray("conversation_id", "action"),
                ["properties"] = new JsonObject(Change
                    .Select(field => KeyValuePair.Create<string, JsonNode?>(field.Name, field.Schema.DeepClone()))),
            },
        }, Required: true);
}
