using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

/// <summary>Criteria and tools are found under every name that people may give them, as often as the figures count them.</summary>
public sealed class DifficultNamesTests
{
    private static readonly string[] Names =
    [
        "plain", "a\\b", "back\\slash", "tail\\", "\\", "\\\\", "\\\"", "\"", "said \"hi\"", "a.b", "$", "$.a", "a[0]", "[#-1]", "it's",
            "*", "łóżko", "🙂", "line\nbreak", "tab\tin", "\\u0041", "A",
        "x\u2028y", "null", "a:b", "100%", "_",
    ];

    [Fact]
    public async Task Get_EveryName_ListsWhatTheFiguresCount()
    {
        var all = new ConversationBuilder("conv_all").At("2026-10-05T10:00:00Z").Talks(2);
        var one = new ConversationBuilder("conv_plain").At("2026-10-05T10:00:00Z").Talks(2).Criterion("plain", "failure");
        foreach (var name in Names)
            all.Criterion(name, "success").Calls(name, isError: true);
        await using var vendor = await VendorSimulator.StartAsync(all.Build(), one.Build());
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();

        var criteria = (await server.GetJsonAsync("api/kpis")).GetProperty("criteria_stats").Texts("name");
        var tools = (await server.GetJsonAsync("api/breakdowns")).GetProperty("tools").Texts("name");
        Assert.Equal(Names.Order(StringComparer.Ordinal), criteria.Order(StringComparer.Ordinal));
        Assert.Equal(Names.Order(StringComparer.Ordinal), tools.Order(StringComparer.Ordinal));

        await Assert.AllAsync(Names, async name => await AssertFoundAsync(server, name));
        foreach (var absent in new[] { "b\\", "\\x", "\"\"", "plain\\", "plain\"" })
        {
            var text = Uri.EscapeDataString(absent);
            Assert.Empty(await IdsAsync(server, $"criterion={text}:success"));
            Assert.Empty(await IdsAsync(server, $"tool={text}"));
            Assert.Empty(await IdsAsync(server, $"tool_error={text}"));
        }
        var csv = await server.Http.GetStringAsync("api/export-csv?tool=back%5Cslash");
        Assert.Contains("criterion_a\\b;", csv, StringComparison.Ordinal);
    }

    private static async Task AssertFoundAsync(VoicebotServer server, string name)
    {
        var text = Uri.EscapeDataString(name);
        Assert.Equal(["conv_all"], await IdsAsync(server, $"criterion={text}:success"));
        Assert.Empty(await IdsAsync(server, $"criterion={text}:unknown"));
        Assert.Equal(["conv_all"], await IdsAsync(server, $"tool={text}"));
        Assert.Equal(["conv_all"], await IdsAsync(server, $"tool_error={text}"));
    }

    private static async Task<IReadOnlyList<string?>> IdsAsync(VoicebotServer server, string filter)
    {
        var list = await server.GetJsonAsync("api/conversations?" + filter);
        Assert.Equal(list.Ids().Count, list.Whole("total"));
        return list.Ids();
    }
}
