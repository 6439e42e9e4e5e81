using System.Text.Json;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

/// <summary>Each region of the vendor has keys of its own: a test of a key says in which it works.</summary>
public sealed class KeyRegionTests
{
    private const string GlobalKey = "sk_global_0123456789abcdef_0000";

    [Fact]
    public async Task Test_KeyOfAnotherRegion_NamesItAndStoresNothing()
    {
        await using var region = await VendorSimulator.StartAsync();
        await using var other = await VendorSimulator.StartAsync();
        other.ApiKey = GlobalKey;
        var regions = new VendorRegions((VendorRegions.Europe, region), (VendorRegions.Global, other));
        await using var server = await VoicebotServer.StartAsync(regions.Setup);

        var problem = await RefusedAsync(server, new { api_key = GlobalKey, base_url = VendorRegions.Europe, test_key = true }, 400,
            "elevenlabs_other_region", "base_url");

        Assert.Equal(VendorRegions.Global, problem.Text("key_region"));
        Assert.DoesNotContain(GlobalKey, problem.GetRawText(), StringComparison.Ordinal);
        var settings = await server.GetJsonAsync("api/settings");
        Assert.False(settings.GetProperty("api_key_set").GetBoolean());
        Assert.Equal("default", settings.Text("base_url_source"));

        var saved = await server.SaveSettingsAsync(new { api_key = GlobalKey, base_url = problem.Text("key_region"), test_key = true });
        Assert.Equal(VendorRegions.Global, saved.Text("base_url"));
        Assert.Equal(2, (await server.GetJsonAsync("api/agents?source=elevenlabs")).GetProperty("agents").GetArrayLength());
    }

    [Fact]
    public async Task Test_KeyThatNoRegionTakes_AsksTheVendorAloneAndSaysThatItIsRefused()
    {
        await using var global = await VendorSimulator.StartAsync();
        await using var europe = await VendorSimulator.StartAsync();
        var regions = new VendorRegions((VendorRegions.Global, global), (VendorRegions.Europe, europe));
        await using var server = await VoicebotServer.StartAsync(regions.Setup);

        await RefusedAsync(server, new { api_key = "sk_of_nobody_0123456789", test_key = true }, 502, "elevenlabs_key_refused");

        Assert.Equal(ElevenLabsHosts.Known.Order(), regions.Asked.Select(asked => asked.Address).Order());
        Assert.All(regions.Asked, asked => Assert.Equal("sk_of_nobody_0123456789", asked.Key));
    }

    [Fact]
    public async Task Test_KeyThatMayDoLittleThere_StillBelongsToThatRegion()
    {
        await using var global = await VendorSimulator.StartAsync();
        await using var europe = await VendorSimulator.StartAsync();
        europe.OnAgents(VendorFaults.Status(401, SampleFiles.Error("401-missing-permissions")));
        var regions = new VendorRegions((VendorRegions.Global, global), (VendorRegions.Europe, europe));
        await using var server = await VoicebotServer.StartAsync(regions.Setup);

        var problem = await RefusedAsync(server, new { api_key = GlobalKey, test_key = true }, 400, "elevenlabs_other_region", "base_url");

        Assert.Equal(VendorRegions.Europe, problem.Text("key_region"));
    }

    [Fact]
    public async Task Agents_WithAStoredKeyOfAnotherRegion_NameIt()
    {
        await using var global = await VendorSimulator.StartAsync();
        await using var europe = await VendorSimulator.StartAsync();
        europe.ApiKey = "sk_of_europe_0123456789abcdef";
        var regions = new VendorRegions((VendorRegions.Global, global), (VendorRegions.Europe, europe));
        await using var server = await VoicebotServer.StartAsync(regions.Setup);
        await server.SaveSettingsAsync(new { api_key = VendorSimulator.Key, base_url = VendorRegions.Europe });

        var problem = await server.Http.GetProblemAsync("api/agents?source=elevenlabs", 400, "elevenlabs_other_region", "base_url");

        Assert.Equal(VendorRegions.Global, problem.Text("key_region"));
    }

    [Fact]
    public async Task Test_RegionOfTheEnvironment_AsksNoOther()
    {
        await using var global = await VendorSimulator.StartAsync();
        await using var europe = await VendorSimulator.StartAsync();
        europe.ApiKey = GlobalKey;
        var regions = new VendorRegions((VendorRegions.Global, global), (VendorRegions.Europe, europe));
        var setup = regions.Setup with { More = new Dictionary<string, string?> { ["ELEVENLABS_BASE_URL"] = VendorRegions.Global } };
        await using var server = await VoicebotServer.StartAsync(setup);

        await RefusedAsync(server, new { api_key = GlobalKey, test_key = true }, 502, "elevenlabs_key_refused");

        Assert.Equal([VendorRegions.Global], regions.Asked.Select(asked => asked.Address));
    }

    [Fact]
    public async Task Test_StandInOnThisComputer_KeepsTheKeyHere()
    {
        await using var standIn = await VendorSimulator.StartAsync();
        await using var global = await VendorSimulator.StartAsync();
        global.ApiKey = GlobalKey;
        var address = standIn.Url.GetLeftPart(UriPartial.Authority);
        var regions = new VendorRegions((address, standIn), (VendorRegions.Global, global));
        await using var server = await VoicebotServer.StartAsync(regions.Setup);

        await RefusedAsync(server, new { api_key = GlobalKey, base_url = address, test_key = true }, 502, "elevenlabs_key_refused");

        Assert.Equal([address], regions.Asked.Select(asked => asked.Address));
    }

    [Theory]
    [InlineData(429, "429-concurrency", "elevenlabs_rate_limited")]
    [InlineData(500, "500-string-detail", "elevenlabs_unavailable")]
    [InlineData(401, "401-missing-permissions", "elevenlabs_permission_missing")]
    public async Task Test_RegionThatHasAnotherTrouble_AsksNoOther(int status, string body, string code)
    {
        await using var global = await VendorSimulator.StartAsync();
        global.OnAgents([.. Enumerable.Repeat(VendorFaults.Status(status, SampleFiles.Error(body)), 10)]);
        var regions = new VendorRegions((VendorRegions.Global, global));
        await using var server = await VoicebotServer.StartAsync(regions.Setup);

        await RefusedAsync(server, new { api_key = VendorSimulator.Key, test_key = true }, 502, code);

        Assert.All(regions.Asked, asked => Assert.Equal(VendorRegions.Global, asked.Address));
    }

    private static async Task<JsonElement> RefusedAsync(VoicebotServer server, object settings, int status, string code,
        string? parameter = null) =>
        await (await server.Http.PostJsonAsync("api/settings", settings)).ProblemAsync(status, code, parameter);
}
