using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

public sealed class GetHealthTests
{
    [Fact]
    public async Task Get_BeforeTheFirstSync_IsAliveWithoutData()
    {
        await using var server =
            await VoicebotServer.StartAsync(
            new VoicebotServerSetup { Clock = DatedClock.At("2026-11-10T12:00:00Z"), TimeZone = "Europe/Warsaw" });
        var health = await server.GetJsonAsync("api/health");
        Assert.Equal(("ok", "1.0.0", "Europe/Warsaw", "False"),
            (health.Text("status"), health.Text("version"), health.Text("time_zone"), health.Text("demo")));
        Assert.True(health.Whole("schema_version") >= 1);
        Assert.Null(health.Text("last_good_sync_at"));
        Assert.Null(health.Text("last_good_sync_age_secs"));
        Assert.Equal("""[{"name":"sync","at":"2026-11-11T03:00:00+01:00"},{"name":"archive","at":"2026-12-01T04:00:00+01:00"}]""",
            health.GetProperty("next_runs").GetRawText().Replace("\\u002B", "+", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_AfterASync_TellsItsAge()
    {
        var clock = DatedClock.At("2026-11-10T12:00:00Z");
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Clock = clock });
        await server.SyncAsync();
        clock.Advance(TimeSpan.FromHours(5));
        var health = await server.GetJsonAsync("api/health");
        Assert.StartsWith("2026-11-10T12:0", health.Text("last_good_sync_at"), StringComparison.Ordinal);
        Assert.InRange(health.Whole("last_good_sync_age_secs"), 5 * 3600, 5 * 3600 + 60);
    }

    [Fact]
    public async Task Get_AfterAFailedSync_KeepsTheLastGoodOne()
    {
        var clock = DatedClock.At("2026-11-10T12:00:00Z");
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Clock = clock });
        vendor.ApiKey = "sk_another";
        Assert.Equal("failed", (await server.SyncOneAsync()).Text("status"));
        Assert.Null((await server.GetJsonAsync("api/health")).Text("last_good_sync_at"));
        Assert.Null((await server.GetJsonAsync("api/kpis")).Text("as_of"));

        vendor.ApiKey = VendorSimulator.Key;
        await server.SyncAsync();
        var good = (await server.GetJsonAsync("api/health")).Text("last_good_sync_at");
        Assert.NotNull(good);
        clock.Advance(TimeSpan.FromHours(5));
        vendor.ApiKey = "sk_another";
        Assert.Equal("failed", (await server.SyncOneAsync()).Text("status"));
        Assert.Equal(good, (await server.GetJsonAsync("api/health")).Text("last_good_sync_at"));
        Assert.Equal(good, (await server.GetJsonAsync("api/kpis")).Text("as_of"));
    }
}
