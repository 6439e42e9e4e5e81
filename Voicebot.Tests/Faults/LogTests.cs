using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Faults;

/// <summary>Whatever goes wrong, no secret and no telephone number gets into the log.</summary>
public sealed class LogTests
{
    private const string Agent = "+48221234567";
    private const string Client = "+48509876543";
    private const string WebhookSecret = "wsec_never_in_a_log_0123";

    [Fact]
    public async Task Log_AfterRunsUnderEveryKindOfFault_HoldsNoSecretAndNoNumber()
    {
        await using var vendor = await VendorSimulator.StartAsync(Enumerable.Range(1, 6).Select(number =>
            new ConversationBuilder($"conv_{number}").At("2026-10-05T10:00:00Z").PhoneCall("inbound", Agent, Client)
                .Titled(Client, "Call " + Client).Build()));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SaveSettingsAsync(new { api_key = "sk_stored_never_in_a_log", webhook_secret = WebhookSecret });
        VendorFault[] faults =
            [VendorFaults.Status(500, Client), VendorFaults.Drop, VendorFaults.Truncated, VendorFaults.Status(404, "{}"),
            VendorFaults.Body("[]"), VendorFaults.Status(400, "{}")];
        for (var number = 1; number <= 6; number++)
            vendor.OnDetail($"conv_{number}", [.. Enumerable.Repeat(faults[number - 1], 4)]);
        await server.SyncAsync();
        vendor.OnEveryList(VendorFaults.Drop);
        await server.SyncAsync();
        vendor.OnEveryList(null);
        await server.SyncAsync();
        vendor.ApiKey = "sk_another";
        Assert.Equal("elevenlabs_key_refused", (await server.SyncOneAsync()).Text("error_code"));
        (await server.Http.PostTextAsync("api/webhooks/elevenlabs", $$"""{"phone":"{{Client}}"}""")).Dispose();
        (await server.Http.GetAsync($"api/conversations?phone={Uri.EscapeDataString(Client)}&search=x")).Dispose();

        Assert.NotEmpty(server.Log.Text);
        foreach (var secret in new[] { VendorSimulator.Key, "sk_stored_never_in_a_log", WebhookSecret, Agent, Client, Client[1..] })
            Assert.DoesNotContain(secret, server.Log.Text, StringComparison.Ordinal);
    }
}
