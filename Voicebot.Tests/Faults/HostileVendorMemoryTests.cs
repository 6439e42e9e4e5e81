using System.Globalization;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Faults;

/// <summary>
/// The memory of the product as a process of its own, while somebody sends it without an end: within 50 MB of what it had after a usual
/// run.
/// </summary>
public sealed class HostileVendorMemoryTests(ITestOutputHelper output)
{
    private const long Allowed = 50L * 1024 * 1024;
    private const string Page = """{"conversations":[],"x":" """;
    private const string Detail = """{"metadata":{},"conversation_id":"conv_1","x":" """;

    public static TheoryData<string, string> Vendors => new()
    {
        { "list: gzip", "elevenlabs_too_large" },
        { "list: deflate", "elevenlabs_too_large" },
        { "list: brotli", "elevenlabs_unexpected" },
        { "list: gzip in gzip", "elevenlabs_unexpected" },
        { "list: endless", "elevenlabs_too_large" },
        { "list: endless parts", "elevenlabs_too_large" },
        { "list: endless refusal", "elevenlabs_network" },
        { "list: endless redirects", "elevenlabs_network" },
        { "details: gzip", "details_failed" },
        { "details: endless", "details_failed" },
        { "details: endless parts", "details_failed" },
    };

    [Theory]
    [MemberData(nameof(Vendors))]
    public async Task Sync_VendorWithoutEnd_StaysWithinFiftyMegabytes(string what, string code)
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("The peak of a process's memory is read from /proc.");
        Func<HttpContext, int, Task> hostile = Hostile(what),
            usual = HostileVendor.Details(HostileVendor.Text(200, "application/json", """{"metadata":{},"transcript":[]}"""));
        var isHostile = false;
        await using var vendor = await HostileVendor.StartAsync((http, number) => (isHostile ? hostile : usual)(http, number));
        using var folder = new TemporaryFolder();
        using var product = await ProductProcess.StartAsync(vendor.Url, folder.FullPath);
        await (await product.Http.PostJsonAsync("api/settings", new { agents = new[] { "agent_one" } })).JsonAsync();
        await product.WaitForRunAsync(await product.StartSyncAsync());
        var idle = product.ResetPeakMemory();

        isHostile = true;
        var run = await product.WaitForRunAsync(await product.StartSyncAsync());

        var peak = product.PeakMemory;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: {idle >> 20} MB idle, {peak >> 20} MB at the peak, {run.Text("error_code")}"));
        Assert.Equal(code, run.Text("error_code"));
        Assert.InRange(peak, 1, idle + Allowed);
        Assert.Equal(HostileVendor.Conversations * (code == "details_failed" ? 2 : 1),
            (await product.Http.GetFromJsonAsync<System.Text.Json.JsonElement>("api/conversations")).Whole("total"));
    }

    [Fact]
    public async Task ListAgents_PagesWithoutEnd_StayWithinFiftyMegabytes()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("The peak of a process's memory is read from /proc.");
        await using var vendor = await HostileVendor.StartAsync(HostileVendor.EndlessPages("agents", 1_000));
        using var folder = new TemporaryFolder();
        using var product = await ProductProcess.StartAsync(vendor.Url, folder.FullPath);
        await product.Http.GetStringAsync("api/health");
        var idle = product.ResetPeakMemory();

        using var response = await product.Http.GetAsync("api/agents?source=elevenlabs");

        Assert.Equal("elevenlabs_too_large", (await response.ProblemAsync(502, "elevenlabs_too_large")).Text("code"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"agents: {idle >> 20} MB idle, {product.PeakMemory >> 20} MB at the peak"));
        Assert.InRange(product.PeakMemory, 1, idle + Allowed);
    }

    private static Func<HttpContext, int, Task> Hostile(string what) => what switch
    {
        "list: gzip" => HostileVendor.Bomb("gzip", Page),
        "list: deflate" => HostileVendor.Bomb("deflate", Page),
        "list: brotli" => HostileVendor.Bomb("br", Page),
        "list: gzip in gzip" => HostileVendor.Bomb("gzip, gzip", Page),
        "list: endless" => HostileVendor.Endless(Page, "abcdefgh"),
        "list: endless parts" => HostileVendor.Endless("""{"conversations":[""", "[],"),
        "list: endless refusal" => HostileVendor.Endless("<html>", "blocked ", 403, "text/html"),
        "list: endless redirects" => HostileVendor.Redirect(302),
        "details: gzip" => HostileVendor.Details(HostileVendor.Bomb("gzip", Detail), "later"),
        "details: endless" => HostileVendor.Details(HostileVendor.Endless(Detail, "abcdefgh"), "later"),
        "details: endless parts" => HostileVendor.Details(HostileVendor.Endless("""{"metadata":{},"x":[""", "[],"), "later"),
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };
}
