using System.Net.Http.Json;
using Voicebot.Core.Json;
using Voicebot.Tests.Faults;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

public sealed class SwitchDemoTests
{
    [Fact]
    public async Task Post_OnAndOff_StartsAgainOnTheSameAddressWithTheOtherData()
    {
        using var folder = new TemporaryFolder();
        await using var vendor = await VendorSimulator.StartAsync();
        using var product = await ProductProcess.StartAsync(vendor, folder.FullPath);
        using (var saved = await product.Http.PostAsJsonAsync("api/settings", new { agents = new[] { "agent_one" } }))
            await saved.JsonAsync();

        await SwitchAsync(product, true);
        Assert.Equal("True", (await SettingsAsync(product)).Text("demo"));
        Assert.Equal("unchanged", (await (await product.Http.PostAsJsonAsync("api/demo", new { on = true })).JsonAsync()).Text("status"));

        await SwitchAsync(product, false);
        Assert.Equal(["agent_one"], (await SettingsAsync(product)).GetProperty("agents").Texts("id"));
    }

    [Theory]
    [InlineData("{}", "on")]
    [InlineData("""{"on":"yes"}""", "on")]
    [InlineData("""{"on":true,"off":false}""", "off")]
    public async Task Post_WrongBody_IsRefused(string body, string parameter)
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        await (await server.Http.PostTextAsync("api/demo", body))
            .ProblemAsync(400, parameter == "on" ? "invalid_parameter" : "unknown_parameter", parameter);
    }

    [Fact]
    public async Task Post_HostThatCannotStartAgain_SaysHowElse()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        await (await server.Http.PostTextAsync("api/demo", """{"on":true}""")).ProblemAsync(409, "demo_not_possible");
        Assert.Equal("False", (await server.GetJsonAsync("api/settings")).Text("demo_switch"));
    }

    private static async Task SwitchAsync(ProductProcess product, bool on)
    {
        using var answer = await product.Http.PostAsJsonAsync("api/demo", new { on });
        Assert.Equal("restarting", (await answer.JsonAsync(202)).Text("status"));
        await Eventually.True(async () =>
        {
            try
            {
                return (await SettingsAsync(product)).Text("demo") == on.ToString();
            }
            catch (HttpRequestException)
            {
                return false; // between the two
            }
        }, "the other data");
    }

    private static async Task<System.Text.Json.JsonElement> SettingsAsync(ProductProcess product) =>
        await (await product.Http.GetAsync("api/settings")).JsonAsync();
}
