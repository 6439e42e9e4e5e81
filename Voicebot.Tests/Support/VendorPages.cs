using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Voicebot.Tests.Support;

/// <summary>The vendor's list of conversations: filters, newest first, opaque cursors, refusals.</summary>
internal static class VendorPages
{
    /// <summary>Stands in the configuration of every agent and must not get anywhere.</summary>
    public const string ToolSecret = "Bearer tool-secret-0123456789";

    public static (int Status, JsonNode Body) Conversations(IEnumerable<VendorConversation> all, IQueryCollection query, int maxItems,
        VendorPaging paging)
    {
        if (!TryPageSize(query, out var pageSize))
            return (422, JsonNode.Parse(SampleFiles.Error("422-validation"))!);
        if (query.Keys.Contains("evaluation_criteria_ids") && paging == VendorPaging.WithoutResults)
            return (422, JsonNode.Parse(SampleFiles.Error("422-validation"))!);
        var filters = $"{query["evaluation_criteria_ids"]}|{query["data_collection_ids"]}|{query["agent_id"]}|"
            + $"{query["call_start_after_unix"]}|{query["call_start_before_unix"]}|{query["summary_mode"]}";
        var matching = all
            .Where(one => query["agent_id"].ToString() is not { Length: > 0 } agent || one.AgentId == agent || one.AlsoListedFor == agent)
            // Exclusive on both sides, the less convenient of the two readings of the documentation.
            .Where(one => !Seconds(query, "call_start_after_unix", out var after) || one.StartTime > after)
            .Where(one => !Seconds(query, "call_start_before_unix", out var before) || one.StartTime < before)
            .OrderByDescending(one => one.StartTime).ThenByDescending(one => one.Id, StringComparer.Ordinal)
            .ToList();
        var first = 0;
        if (query["cursor"].ToString() is { Length: > 0 } cursor)
        {
            var parts = Encoding.UTF8.GetString(Convert.FromBase64String(cursor)).Split('#');
            if (parts[0] != filters)
                return (400, JsonNode.Parse("""{"detail":{"status":"bad_request","message":"The cursor belongs to other filters."}}""")!);
            first = matching.FindIndex(one => one.Id == parts[1]) + (paging == VendorPaging.Overlapping ? 0 : 1);
        }
        var size = Math.Min(pageSize, maxItems);
        var page = matching.Skip(first).Take(size).ToList();
        var hasMore = matching.Count > first + size;
        var next = hasMore ? Convert.ToBase64String(Encoding.UTF8.GetBytes($"{filters}#{page[^1].Id}")) : null;
        (next, hasMore) = paging switch
        {
            VendorPaging.RepeatedCursor when query["cursor"].ToString() is { Length: > 0 } same => (same, true),
            VendorPaging.EmptyCursor => ("", true),
            _ => (next, hasMore),
        };
        var answer = new JsonObject
        {
            ["conversations"] = new JsonArray([.. page.Select(one => Item(one, query))]),
            ["next_cursor"] = next,
            ["has_more"] = hasMore,
        };
        if (paging == VendorPaging.CursorOnly)
            answer.Remove("has_more");
        return (200, answer);
    }

    public static (int Status, JsonNode Body) Agents(IReadOnlyList<(string Id, string Name)> agents, IQueryCollection query, int maxItems)
    {
        if (!TryPageSize(query, out var pageSize))
            return (422, JsonNode.Parse(SampleFiles.Error("422-validation"))!);
        _ = int.TryParse(query["cursor"], CultureInfo.InvariantCulture, out var first);
        var next = first + Math.Min(pageSize, maxItems);
        return (200, new JsonObject
        {
            ["agents"] = new JsonArray(
                [.. agents.Take(next).Skip(first)
                .Select(agent => new JsonObject { ["agent_id"] = agent.Id, ["name"] = agent.Name, ["tags"] = new JsonArray() })]),
            ["next_cursor"] = next < agents.Count ? next.ToString(CultureInfo.InvariantCulture) : null,
            ["has_more"] = next < agents.Count,
        });
    }

    public static (int Status, JsonNode Body) Tags(IReadOnlyList<KeyValuePair<string, string>> tags, IQueryCollection query, int maxItems)
    {
        if (!TryPageSize(query, out var pageSize))
            return (422, JsonNode.Parse(SampleFiles.Error("422-validation"))!);
        _ = int.TryParse(query["cursor"], CultureInfo.InvariantCulture, out var first);
        var next = first + Math.Min(pageSize, maxItems);
        return (200, new JsonObject
        {
            ["conversation_tags"] = new JsonArray([.. tags.Take(next).Skip(first).Select(tag => new JsonObject
            {
                ["tag_id"] = tag.Key,
                ["workspace_id"] = "workspace_1",
                ["owner_user_id"] = "user_1",
                ["title"] = tag.Value,
                ["description"] = null,
                ["created_at_unix_secs"] = 1_790_000_000,
            })]),
            ["next_cursor"] = next < tags.Count ? next.ToString(CultureInfo.InvariantCulture) : null,
            ["has_more"] = next < tags.Count,
        });
    }

    public static JsonNode Agent((string Id, string Name) agent, IReadOnlyList<(string Id, string Name)> criteria) => new JsonObject
    {
        ["agent_id"] = agent.Id,
        ["name"] = agent.Name,
        ["conversation_config"] = new JsonObject
        {
            ["agent"] = new JsonObject
            {
                ["prompt"] = new JsonObject { ["tools"] = new JsonArray(new JsonObject { ["api_schema"] = ToolSecret }) },
            },
        },
        ["platform_settings"] = new JsonObject
        {
            ["evaluation"] = new JsonObject
            {
                ["criteria"] = new JsonArray(
                    [.. criteria.Select(one =>
                    new JsonObject { ["id"] = one.Id, ["name"] = one.Name, ["type"] = "prompt",
                    ["conversation_goal_prompt"] = "Judge it." })]),
            },
        },
        ["tags"] = new JsonArray(),
    };

    private static JsonNode Item(VendorConversation conversation, IQueryCollection query)
    {
        var item = conversation.List.DeepClone().AsObject();
        if (query["summary_mode"] != "include")
            item["transcript_summary"] = null;
        if (query["agent_id"].ToString() is { Length: > 0 } agent)
            item["agent_id"] = agent;
        foreach (var (parameter, name) in new[] { ("evaluation_criteria_ids", "evaluation_criteria_results"),
            ("data_collection_ids", "data_collection_results") })
            if (query.ContainsKey(parameter))
                item[name] = new JsonObject(query[parameter]
                    .Select(id => KeyValuePair.Create(id!, Shown(conversation.Detail["analysis"]?[name]?[id!]))));
        return item;
    }

    /// <summary>Without what only the details show.</summary>
    private static JsonNode? Shown(JsonNode? result)
    {
        var shown = result?.DeepClone();
        (shown as JsonObject)?.Remove("rationale");
        return shown;
    }

    private static bool TryPageSize(IQueryCollection query, out int pageSize)
    {
        pageSize = 30;
        return !query.ContainsKey("page_size")
            || (int.TryParse(query["page_size"], CultureInfo.InvariantCulture, out pageSize) && pageSize is >= 1 and <= 100);
    }

    private static bool Seconds(IQueryCollection query, string name, out long seconds) =>
        long.TryParse(query[name], CultureInfo.InvariantCulture, out seconds);
}
