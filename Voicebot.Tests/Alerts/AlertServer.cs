using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Voicebot.Core.Alerts;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Alerts;

/// <summary>A server that may send to this computer, with what tests do with its alerts.</summary>
internal static class AlertServer
{
    public static IReadOnlyDictionary<string, string?> Anywhere { get; } =
        new Dictionary<string, string?> { ["VOICEBOT_ALERT_TARGETS"] = "anywhere" };

    public static Task<VoicebotServer> StartAsync(VendorSimulator? vendor = null, TimeProvider? clock = null)
    {
        var setup = new VoicebotServerSetup { Vendor = vendor, More = Anywhere, TimeZone = "Europe/Warsaw" };
        return VoicebotServer.StartAsync(clock is null ? setup : setup with { Clock = clock });
    }

    public static async Task<JsonElement> AddRuleAsync(this VoicebotServer server, object rule) =>
        await (await server.Http.PostJsonAsync("api/alert-rules", rule)).JsonAsync(201);

    public static async Task<JsonElement> AddChannelAsync(this VoicebotServer server, object channel) =>
        await (await server.Http.PostJsonAsync("api/alert-channels", channel)).JsonAsync(201);

    public static Task<JsonElement> AddWebhookAsync(this VoicebotServer server, string url, string? secret = null) =>
        server.AddChannelAsync(new { name = "Hook", kind = "webhook", url, secret, language = "en" });

    /// <summary>Takes away the rules from the start, so that a test sees its own alone.</summary>
    public static async Task ForgetRulesAsync(this VoicebotServer server)
    {
        foreach (var id in new[] { 1, 2 })
            await (await server.Http.DeleteAsync($"api/alert-rules/{id}")).JsonAsync();
    }

    public static async Task<IReadOnlyList<JsonElement>> AlertsAsync(this VoicebotServer server, string query = "") =>
        [.. (await server.GetJsonAsync("api/alerts" + query)).GetProperty("alerts").EnumerateArray()];

    /// <summary>Waits until the only alert has a message in the state.</summary>
    public static async Task<JsonElement> DeliveryAsync(this VoicebotServer server, string state)
    {
        JsonElement found = default;
        await Eventually.True(async () =>
        {
            found = (await server.AlertsAsync()).SelectMany(alert => alert.GetProperty("deliveries").EnumerateArray())
                .FirstOrDefault(delivery => delivery.Text("state") == state);
            return found.ValueKind == JsonValueKind.Object;
        }, $"a message that is {state}");
        return found;
    }

    /// <summary>Asks the rules and sends what is due, now.</summary>
    public static async Task RoundAsync(this VoicebotServer server)
    {
        server.Services.GetRequiredService<AlertRounds>().Run(CancellationToken.None);
        await server.Services.GetRequiredService<AlertPost>().RunAsync(CancellationToken.None);
    }
}
