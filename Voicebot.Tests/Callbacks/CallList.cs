using System.Text.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Callbacks;

/// <summary>A server with calls of people, and what tests do with its call-back list. Its now is 10 November 2026, noon.</summary>
internal static class CallList
{
    public const string Now = "2026-11-10T12:00:00Z";

    public static ConversationBuilder Call(string id, string phone, string at, string outcome = "failure", string agent = "agent_one",
        string direction = "inbound") =>
        new ConversationBuilder(id, agent).At(at).PhoneCall(direction, "+48221000001", phone).Outcome(outcome).Talks(2);

    public static async Task<VoicebotServer> StartAsync(VendorSimulator vendor, TimeProvider? clock = null, string? viewerKey = null,
        string? accessKey = null)
    {
        var server = await VoicebotServer.StartAsync(new VoicebotServerSetup
        {
            Vendor = vendor,
            Agents = ["agent_one", "agent_two"],
            Clock = clock ?? DatedClock.At(Now),
            AccessKey = accessKey,
            ViewerKey = viewerKey,
        });
        await server.SyncCallsAsync();
        return server;
    }

    public static Task<IReadOnlyList<JsonElement>> SyncCallsAsync(this VoicebotServer server) =>
        server.SyncAsync("2026-10-01", "2026-11-20");

    public static async Task<IReadOnlyList<JsonElement>> CallbacksAsync(this VoicebotServer server, string query = "") =>
        [.. (await server.GetJsonAsync($"api/callbacks?per_page=200&{query}")).GetProperty("callbacks").EnumerateArray()];

    /// <summary>The conversations by which they are called, in the list's order.</summary>
    public static async Task<IReadOnlyList<string>> WaitingAsync(this VoicebotServer server, string query = "") =>
        [.. (await server.CallbacksAsync(query)).Select(IdOf)];

    public static string IdOf(JsonElement callback) => callback.GetProperty("conversation").Text("conversation_id")!;

    public static async Task<JsonElement> MarkAsync(this VoicebotServer server, params object[] changes) =>
        await (await server.Http.PostJsonAsync("api/callbacks", new { changes })).JsonAsync();

    public static async Task<JsonElement> MarkAsync(this VoicebotServer server, string id, string action) =>
        (await server.MarkAsync(new { conversation_id = id, action })).GetProperty("callbacks")[0];
}
