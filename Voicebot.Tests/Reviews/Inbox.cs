using System.Text.Json;
using Dapper;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Reviews;

/// <summary>A server whose rules take conversations of every age, with what tests do with its inbox.</summary>
internal static class Inbox
{
    /// <summary>With the seed synchronised and looked through.</summary>
    public static async Task<VoicebotServer> StartSeededAsync(VendorSimulator vendor)
    {
        vendor.Add(Seed.Conversations());
        var server = await StartAsync(new VoicebotServerSetup { Vendor = vendor, Agents = ["agent_one", "agent_two"] });
        await server.SyncAsync();
        await server.UnseenAsync(3);
        return server;
    }

    public static async Task<VoicebotServer> StartAsync(VoicebotServerSetup setup)
    {
        var server = await VoicebotServer.StartAsync(setup);
        server.Database.Write(connection => connection.Execute("UPDATE review_progress SET since = 0"));
        return server;
    }

    /// <summary>Waits until so many are unseen.</summary>
    public static Task UnseenAsync(this VoicebotServer server, long count) => Eventually.True(
        async () => (await server.GetJsonAsync("api/reviews?per_page=1")).Whole("unseen") == count, $"{count} unseen conversations");

    public static async Task<IReadOnlyDictionary<string, string>> ReasonsAsync(this VoicebotServer server, string query = "state=all") =>
        (await server.GetJsonAsync($"api/reviews?per_page=200&{query}")).GetProperty("reviews").EnumerateArray().ToDictionary(
            one => one.GetProperty("conversation").Text("conversation_id")!,
            one => string.Join(' ',
                one.GetProperty("reasons").EnumerateArray().Select(reason => reason.Text("kind") ?? reason.Text("name"))));

    public static async Task<JsonElement> ChangeAsync(this VoicebotServer server, string id, object change) =>
        (await (await server.Http.PostJsonAsync($"api/reviews/{id}", change)).JsonAsync()).GetProperty("reviews")[0];

    public static async Task<JsonElement> AddRuleAsync(this VoicebotServer server, object rule) =>
        await (await server.Http.PostJsonAsync("api/review-rules", rule)).JsonAsync(201);
}
