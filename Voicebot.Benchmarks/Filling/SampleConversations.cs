using System.Globalization;
using System.Text.Json.Nodes;

namespace Voicebot.Benchmarks.Filling;

/// <summary>
/// Conversations as the vendor sends them: a list item and a detail with a transcript of 4 KB, three criteria, two collected
/// data, tools and costs. The n-th of a total is always the same; the starts are spread evenly over two months, newest first.
/// </summary>
public sealed class SampleConversations(int total)
{
    public const int Days = 61;

    /// <summary>The end of the last day, in unix seconds.</summary>
    public static readonly long End = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    public static IReadOnlyList<string> Agents { get; } = ["agent_sales", "agent_support", "agent_billing"];

    public int Total => total;

    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"conv_{number:0000000}");

    public static string AgentOf(int number) => Agents[number % Agents.Count];

    public long StartOf(int number) => End - 1 - (long)number * Days * 86_400 / total;

    public JsonObject ListItem(int number)
    {
        var fate = new Random(number);
        var failed = fate.Next(50) == 0;
        return new JsonObject
        {
            ["agent_id"] = AgentOf(number),
            ["agent_name"] = AgentOf(number),
            ["conversation_id"] = IdOf(number),
            ["start_time_unix_secs"] = StartOf(number),
            ["call_duration_secs"] = failed ? 0 : DurationOf(number),
            ["message_count"] = 24,
            ["status"] = failed ? "failed" : "done",
            ["call_successful"] = failed ? "unknown" : fate.Next(10) switch { < 6 => "success", < 9 => "failure", _ => "unknown" },
            ["transcript_summary"] = failed ? null : new SampleText(number).Of(700),
            ["call_summary_title"] = failed ? null : new SampleText(number + 1).Of(40),
            ["main_language"] = fate.Next(3) == 0 ? "en" : "pl",
            ["conversation_initiation_source"] = fate.Next(4) == 0 ? "widget" : "twilio",
            ["direction"] = fate.Next(4) == 0 ? null : fate.Next(3) == 0 ? "outbound" : "inbound",
            ["rating"] = fate.Next(5) == 0 ? 1 + fate.Next(5) : null,
        };
    }

    public JsonObject Detail(int number)
    {
        var item = ListItem(number);
        var fate = new Random(number + 7);
        var failed = (string?)item["status"] == "failed";
        return new JsonObject
        {
            ["agent_id"] = AgentOf(number),
            ["agent_name"] = AgentOf(number),
            ["conversation_id"] = IdOf(number),
            ["status"] = item["status"]!.DeepClone(),
            ["transcript"] = failed ? new JsonArray()
                : new JsonArray([.. Enumerable.Range(0, 24).Select(turn => Turn(number, turn, fate))]),
            ["metadata"] = new JsonObject
            {
                ["start_time_unix_secs"] = StartOf(number),
                ["call_duration_secs"] = item["call_duration_secs"]!.DeepClone(),
                ["cost"] = 200 + fate.Next(1_500),
                ["cost_fiat"] = Math.Round(0.01 + fate.NextDouble() / 4, 6),
                ["termination_reason"] = failed ? "" : fate.Next(3) == 0 ? "Call ended by remote party" : "end_call tool was called.",
                ["main_language"] = item["main_language"]?.DeepClone(),
                ["phone_call"] = item["direction"] is null ? null : new JsonObject
                {
                    ["type"] = "twilio",
                    ["direction"] = item["direction"]!.DeepClone(),
                    ["agent_number"] = "+48221234567",
                    ["external_number"] = $"+48{500_000_000 + number}",
                    ["call_sid"] = $"CA{number}",
                },
                ["features_usage"] = new JsonObject
                {
                    ["transfer_to_number"] = new JsonObject { ["enabled"] = true, ["used"] = fate.Next(12) == 0 },
                },
            },
            ["analysis"] = failed ? null : new JsonObject
            {
                ["call_successful"] = item["call_successful"]!.DeepClone(),
                ["transcript_summary"] = item["transcript_summary"]?.DeepClone(),
                ["call_summary_title"] = item["call_summary_title"]?.DeepClone(),
                ["evaluation_criteria_results"] =
                    new JsonObject([.. new[] { "polite", "solved", "understood" }.Select(id =>
                    KeyValuePair.Create(id, (JsonNode?)new JsonObject
                {
                    ["criteria_id"] = id,
                    ["result"] = fate.Next(10) switch { < 7 => "success", < 9 => "failure", _ => "unknown" },
                    ["rationale"] = "Because of what was said.",
                }))]),
                ["data_collection_results"] =
                    new JsonObject([.. new[] { "reason", "order" }.Select(id => KeyValuePair.Create(id, (JsonNode?)new JsonObject
                {
                    ["data_collection_id"] = id,
                    ["value"] = fate.Next(3) == 0 ? null : $"{id} {fate.Next(1_000)}",
                    ["rationale"] = "It was mentioned.",
                }))]),
            },
            ["has_audio"] = true,
        };
    }

    private static int DurationOf(int number) => 5 + (int)(Math.Pow(new Random(number + 3).NextDouble(), 2) * 600);

    private static JsonObject Turn(int number, int turn, Random fate)
    {
        var agent = turn % 2 == 0;
        var isTool = turn == 10;
        return new JsonObject
        {
            ["role"] = agent ? "agent" : "user",
            ["message"] = new SampleText(number * 31 + turn).Of(170),
            ["time_in_call_secs"] = turn * 6,
            ["tool_calls"] = isTool
                ? new JsonArray(new JsonObject
                {
                    ["request_id"] = "r",
                    ["tool_name"] = "find_order",
                    ["params_as_json"] = "{}",
                    ["tool_has_been_called"] = true
                }) : new JsonArray(),
            ["tool_results"] = isTool
                ? new JsonArray(new JsonObject
                {
                    ["request_id"] = "r",
                    ["tool_name"] = "find_order",
                    ["result_value"] = "{}",
                    ["is_error"] = fate.Next(8) == 0,
                    ["tool_has_been_called"] = true
                }) : new JsonArray(),
            ["conversation_turn_metrics"] = agent ? new JsonObject
            {
                ["metrics"] = new JsonObject
                {
                    ["convai_ttf_audio_since_silence"] = new JsonObject { ["elapsed_time"] = Math.Round(0.4 + fate.NextDouble() * 2, 3) },
                },
            } : null,
        };
    }
}
