using System.Text.Json;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Faults;

/// <summary>Whether the database holds exactly what the vendor has; what the vendor deleted is marked.</summary>
internal static class VendorEquality
{
    public static async Task AssertAsync(VoicebotServer server, VendorSimulator vendor, IReadOnlyCollection<string>? deleted = null)
    {
        var rows = new Dictionary<string, JsonElement>();
        for (var page = 1; ; page++)
        {
            var list = await server.GetJsonAsync($"api/conversations?per_page=200&page={page}");
            foreach (var row in list.GetProperty("conversations").EnumerateArray())
                rows.Add(row.Text("conversation_id")!, row);
            if (rows.Count == list.Whole("total"))
                break;
        }
        var expected = vendor.Conversations.ToDictionary(one => one.Id);
        var marked = rows.Where(row => row.Value.Text("deleted_at") is not null).Select(row => row.Key);
        Assert.Equal((deleted ?? []).Order(StringComparer.Ordinal), marked.Order(StringComparer.Ordinal));
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), rows.Keys.Except(deleted ?? []).Order(StringComparer.Ordinal));
        foreach (var (id, one) in expected)
            Assert.Equal(Expected(one), Actual(rows[id]));
    }

    private static string Expected(VendorConversation one)
    {
        var facts = VendorFacts.Of(one, TimeZoneInfo.Utc);
        return string.Join(" | ", one.Id, facts.Status, facts.Outcome, facts.Duration, facts.Messages, facts.BotMessages, facts.Rating,
            facts.Credits, facts.Dollars,
            (string?)one.Detail["analysis"]?["transcript_summary"] ?? (string?)one.List["transcript_summary"], "read");
    }

    private static string Actual(JsonElement row) =>
        string.Join(" | ", row.Text("conversation_id"), row.Text("status"), row.Text("call_successful"), row.Text("duration_secs"),
        row.Text("message_count"),
        row.Text("bot_message_count"), row.Text("rating"), row.Text("cost"),
            row.GetProperty("cost_usd") is { ValueKind: JsonValueKind.Number } dollars ? dollars.GetDouble() : null,
        row.Text("transcript_summary"), row.Text("details_state"));
}
