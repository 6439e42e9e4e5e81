using System.Net.Http.Json;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

public sealed class SettingsTests
{
    private const string Secret = "sk_entered_by_hand_98765";
    private static readonly VoicebotServerSetup Fresh = new() { ApiKey = null, Agents = [] };

    [Fact]
    public async Task Get_FirstStart_KnowsNothingYet()
    {
        await using var server = await VoicebotServer.StartAsync(Fresh);
        var settings = await server.GetJsonAsync("api/settings");
        Assert.False(settings.GetProperty("api_key_set").GetBoolean());
        Assert.Null(settings.Text("api_key_masked"));
        Assert.Null(settings.Text("agent_id"));
        Assert.Empty(settings.GetProperty("agents").EnumerateArray());
        Assert.Equal(("none", "UTC", "default"),
            (settings.Text("api_key_source"), settings.Text("time_zone"), settings.Text("time_zone_source")));
        Assert.Equal(("0 0 2 * * *", "0 0 3 1-5 * *"), (settings.Text("sync_schedule"), settings.Text("archive_schedule")));
        Assert.Equal(5, settings.GetProperty("base_urls").GetArrayLength());
    }

    [Fact]
    public async Task Post_Key_IsMaskedAndNeverShownAgain()
    {
        await using var server = await VoicebotServer.StartAsync(Fresh);
        var settings = await server.SaveSettingsAsync(new { api_key = "  " + Secret + "\n" });
        Assert.Equal(("sk_e…8765", "stored"), (settings.Text("api_key_masked"), settings.Text("api_key_source")));
        foreach (var path in new[] { "api/settings", "api/agents", "api/health", "api/sync-logs", "api/kpis" })
            Assert.DoesNotContain(Secret, await server.Http.GetStringAsync(path), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, server.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Key_IsEncryptedAtRest()
    {
        await using var server = await VoicebotServer.StartAsync(Fresh);
        await server.SaveSettingsAsync(new { api_key = Secret });
        foreach (var file in Directory.GetFiles(server.DataFolder, "*", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            Assert.DoesNotContain(Secret, await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    /// <summary>Who changed what is told, not to what; a save that changes nothing is no event.</summary>
    [Fact]
    public async Task Post_Changes_AreRecordedByTheirNamesOnly()
    {
        await using var server = await VoicebotServer.StartAsync(Fresh);
        await server.SaveSettingsAsync(new { });
        await server.SaveSettingsAsync(new { mask_phones = false, api_key = Secret, retention_phones_days = (int?)null });
        await server.SaveSettingsAsync(new { time_zone = "Europe/Warsaw" });

        var log = await server.GetJsonAsync("api/audit-log");
        Assert.Equal(["time_zone", "api_key, mask_phones, retention_phones_days"],
            log.GetProperty("entries").EnumerateArray().Where(entry => entry.Text("action") == "settings")
                .Select(entry => entry.Text("detail")));
        Assert.DoesNotContain(Secret, log.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ShortKey_ShowsNothingOfIt()
    {
        await using var server = await VoicebotServer.StartAsync(Fresh);
        Assert.Equal("****", (await server.SaveSettingsAsync(new { api_key = "sk_123456789" })).Text("api_key_masked"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"api_key":null}""")]
    [InlineData("""{"api_key":""}""")]
    [InlineData("""{"api_key":"   "}""")]
    [InlineData("""{"time_zone":"Europe/Warsaw"}""")]
    public async Task Post_NoKey_KeepsTheStoredOne(string body)
    {
        await using var server = await VoicebotServer.StartAsync(Fresh);
        await server.SaveSettingsAsync(new { api_key = Secret });
        var settings = await (await server.Http.PostTextAsync("api/settings", body)).JsonAsync();
        Assert.Equal("sk_e…8765", settings.Text("api_key_masked"));
    }

    [Fact]
    public async Task Post_KeyThatTheEnvironmentHasToo_IsStoredButTheEnvironmentWins()
    {
        await using var server = await VoicebotServer.StartAsync(Fresh with { ApiKey = "sk_of_the_environment_1234" });
        var settings = await server.SaveSettingsAsync(new { api_key = Secret });
        Assert.Equal(("sk_o…1234", "environment"), (settings.Text("api_key_masked"), settings.Text("api_key_source")));
    }

    [Fact]
    public async Task Post_ZoneAndUrlOfTheEnvironment_StayTheEnvironments()
    {
        await using var server = await VoicebotServer.StartAsync(Fresh with { TimeZone = "Asia/Tokyo" });
        var settings = await server.SaveSettingsAsync(new { time_zone = "Europe/Warsaw", base_url = "https://api.us.elevenlabs.io" });
        Assert.Equal(("Asia/Tokyo", "environment"), (settings.Text("time_zone"), settings.Text("time_zone_source")));
        Assert.Equal(("http://127.0.0.1:9", "environment"), (settings.Text("base_url"), settings.Text("base_url_source")));
    }

    [Fact]
    public async Task Post_Agents_ReplacesTheListAndKeepsKnownNames()
    {
        await using var server = await VoicebotServer.StartAsync(Fresh);
        await server.SaveSettingsAsync(new { agents = new object[] { new { id = "agent_b", name = "Bożena" }, "agent_a" } });
        var settings = await server.SaveSettingsAsync(
            new { agents = new object[] { "agent_b", new { id = "agent_c", name = " Celina " } } });
        Assert.Equal("""[{"id":"agent_b","name":"Bożena","active":true,"label":"Bożena"},{"id":"agent_c","name":"Celina","active":true"""
            + ""","label":"Celina"}]""", settings.GetProperty("agents").GetRawText());
        Assert.Equal("agent_b", settings.Text("agent_id"));
    }

    [Fact]
    public async Task Post_SingleAgent_IsTheOnlyOne()
    {
        await using var server = await VoicebotServer.StartAsync(Fresh);
        var settings = await server.SaveSettingsAsync(new { agent_id = "agent_x" });
        Assert.Equal("""[{"id":"agent_x","name":"agent_x","active":true,"label":"agent_x"}]""", settings.GetProperty("agents")
            .GetRawText());
    }

    [Fact]
    public async Task Post_OneFieldWrong_StoresNothing()
    {
        await using var server = await VoicebotServer.StartAsync(Fresh);
        await (await server.Http.PostJsonAsync("api/settings", new { agent_id = "agent_x", time_zone = "Mars/Olympus" }))
            .ProblemAsync(400, "invalid_parameter", "time_zone");
        Assert.Empty((await server.GetJsonAsync("api/settings")).GetProperty("agents").EnumerateArray());
    }

    [Fact]
    public async Task Post_NewZone_MovesDaysAndMonths()
    {
        await using var vendor = await VendorSimulator.StartAsync(
            new ConversationBuilder("conv_edge").At("2026-09-30T22:30:00Z"),
            new ConversationBuilder("conv_winter").At("2026-10-31T23:30:00Z"));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync("2026-09-01", "2026-11-01");
        Assert.Equal("""{"months":["2026-10","2026-09"]}""", (await server.GetJsonAsync("api/months")).GetRawText());
        await server.SaveSettingsAsync(new { time_zone = "Europe/Warsaw" });
        Assert.Equal("""{"months":["2026-11","2026-10"]}""", (await server.GetJsonAsync("api/months")).GetRawText());
        var row = (await server.GetJsonAsync("api/conversations?from=2026-11-01&to=2026-11-01")).GetProperty("conversations")[0];
        Assert.Equal(("conv_winter", "2026-11-01T00:30:00+01:00"), (row.Text("conversation_id"), row.Text("start_time")));
        await server.SaveSettingsAsync(new { time_zone = "America/New_York" });
        Assert.Equal("""{"months":["2026-10","2026-09"]}""", (await server.GetJsonAsync("api/months")).GetRawText());
    }

    [Fact]
    public async Task Get_AfterARestart_StillKnowsEverything()
    {
        using var folder = new TemporaryFolder();
        var setup = Fresh with { DataFolder = folder.FullPath };
        await using (var server = await VoicebotServer.StartAsync(setup))
            await server.SaveSettingsAsync(new { api_key = Secret, agent_id = "agent_x", time_zone = "Europe/Warsaw" });
        await using var again = await VoicebotServer.StartAsync(setup);
        var settings = await again.GetJsonAsync("api/settings");
        Assert.Equal(("sk_e…8765", "agent_x", "Europe/Warsaw"),
            (settings.Text("api_key_masked"), settings.Text("agent_id"), settings.Text("time_zone")));
    }

    /// <summary>A key that is tried out must not take the place of one that works.</summary>
    [Theory]
    [InlineData("sk_another_0123456789_abcd", false)]
    [InlineData(VendorSimulator.Key, true)]
    public async Task Post_KeyToBeTested_IsStoredOnlyWhenItIsTaken(string key, bool taken)
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, ApiKey = null });
        await server.SaveSettingsAsync(new { api_key = "sk_before_stored_0123456_7890" });

        using var response =
            await server.Http.PostJsonAsync("api/settings", new { api_key = key, test_key = true, time_zone = "Europe/Warsaw" });

        Assert.Equal(taken, response.IsSuccessStatusCode);
        if (!taken)
            Assert.Equal("elevenlabs_key_refused",
                (await response.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).Text("code"));
        var settings = await server.GetJsonAsync("api/settings");
        Assert.Equal(taken ? "sk_s…wxyz" : "sk_b…7890", settings.Text("api_key_masked"));
        Assert.Equal(taken ? "Europe/Warsaw" : "UTC", settings.Text("time_zone"));
    }
}
