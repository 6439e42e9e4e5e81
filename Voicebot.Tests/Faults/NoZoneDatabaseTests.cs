using System.Net.Http.Json;
using System.Text.Json;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Faults;

/// <summary>Small containers have no zone database; the program brings its own.</summary>
public sealed class NoZoneDatabaseTests
{
    [Fact]
    public async Task Demo_OnASystemWithoutZones_HasItsZoneAndItsConversations()
    {
        using var folder = new TemporaryFolder();
        using var empty = new TemporaryFolder();
        await using var vendor = await VendorSimulator.StartAsync();
        using var product = await ProductProcess.StartDemoWithoutZonesAsync(vendor, folder.FullPath, empty.FullPath);

        await Eventually.True(
            async () =>
                (await product.Http.GetFromJsonAsync<JsonElement>("api/months")).GetProperty("months")
                .GetArrayLength() > 0, "the demo's first month");

        Assert.Equal("Europe/Warsaw", (await product.Http.GetFromJsonAsync<JsonElement>("api/health")).Text("time_zone"));
        var newest = (await product.Http.GetFromJsonAsync<JsonElement>("api/conversations?per_page=1")).GetProperty("conversations")[0];
        Assert.Matches("[+]0[12]:00$", newest.Text("start_time"));
    }
}
