using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Faults;

/// <summary>
/// The memory of the product as a process of its own, while it reads great conversations: under 250 MB whatever they are.
/// </summary>
public sealed class RunMemoryTests(ITestOutputHelper output)
{
    private const long Most = 250L * 1024 * 1024;
    private const string Placeholder = "conv_000";
    private const string Tools = """[{"tool_name":"lookup","tool_details":{"type":"webhook","headers":{"X-Key":"secret"},"body":"a"}}]""";

    [Theory]
    [InlineData(120, 1_700_000)]
    [InlineData(60, 3_300_000)]
    [InlineData(15, 4_100_000)]
    [InlineData(6, 20_000_000)]
    [InlineData(4, 50_000_000)]
    public async Task Sync_GreatConversations_StaysUnderItsBound(int conversations, int bytes)
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("The peak of a process's memory is read from /proc.");
        var detail = Encoding.UTF8.GetBytes(Detail(bytes));
        await using var vendor = await HostileVendor.StartAsync(
            HostileVendor.Details((http, _) => AnswerAsync(http, detail), conversations: conversations));
        using var folder = new TemporaryFolder();
        using var product = await ProductProcess.StartAsync(vendor.Url, folder.FullPath);
        await (await product.Http.PostJsonAsync("api/settings", new { agents = new[] { "agent_one" } })).JsonAsync();

        var run = await product.WaitForRunAsync(await product.StartSyncAsync());

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{conversations} of {bytes / 1e6:0.0} MB: {product.PeakMemory >> 20} MB at the peak"));
        Assert.Equal("completed", run.Text("status"));
        Assert.Equal(conversations, run.Whole("details_fetched"));
        Assert.InRange(product.PeakMemory, 1, Most);
        var list = await product.Http.GetFromJsonAsync<JsonElement>("api/conversations?status=done");
        Assert.Equal(conversations, list.Whole("total"));
    }

    private static async Task AnswerAsync(HttpContext http, byte[] detail)
    {
        http.Response.ContentType = "application/json";
        var id = http.Request.Path.Value!.Split('/')[^1];
        if (!id.StartsWith("conv_", StringComparison.Ordinal))
        {
            await http.Response.WriteAsync("""{"agent_id":"agent_one","name":"One"}""");
            return;
        }
        var at = detail.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Placeholder));
        await http.Response.Body.WriteAsync(detail.AsMemory(0, at));
        await http.Response.WriteAsync(id);
        await http.Response.Body.WriteAsync(detail.AsMemory(at + Placeholder.Length));
    }

    /// <summary>A conversation of many turns, as large as is asked for.</summary>
    private static string Detail(int bytes)
    {
        var random = new Random(1);
        var words = Enumerable.Range(0, 3_000)
            .Select(_ => new string([.. Enumerable.Range(0, random.Next(3, 10)).Select(_ => (char)('a' + random.Next(26)))])).ToArray();
        var text = new StringBuilder($$"""{"conversation_id":"{{Placeholder}}","agent_id":"agent_one","status":"done","""
            + $$""" "metadata":{"start_time_unix_secs":1790900000,"call_duration_secs":60,"cost":5}"""
            + $$""","analysis":{"call_successful":"success"},"transcript":[""");
        for (var turn = 0; text.Length < bytes; turn++)
            text.Append(turn > 0 ? "," : "").Append(CultureInfo.InvariantCulture,
                $$"""{"role":"{{(turn % 2 == 0 ? "agent" : "user")}}","time_in_call_secs":{{turn}}"""
                    + $$""","message":"{{string.Join(' ', random.GetItems(words, 60))}}","tool_calls":{{Tools}},"tool_results":[]"""
                    + $$""","interrupted":false}""");
        return text.Append("]}").ToString();
    }
}
