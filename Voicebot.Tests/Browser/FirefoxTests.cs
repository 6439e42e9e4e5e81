using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>The same page in Debian's Firefox: every view is drawn in every width, and nothing stands in its console.</summary>
public sealed class FirefoxTests(Firefox firefox, DemoSite demo) : IClassFixture<Firefox>
{
    private const string Month = "?month=" + DemoSite.Month;
    private const string Control = "\uE009"; // as WebDriver spells it

    private static readonly int[] Widths = [1440, 1280, 360];

    public static TheoryData<string> Names => [.. Views.ContentOf.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task View_InFirefox_IsDrawnAndLeavesTheConsoleEmpty(string view)
    {
        await firefox.RequireOrSkipAsync();
        await firefox.ResizeAsync(Widths[0], 900);
        await OpenAsync(demo.Server, $"{Month}&view={view}");
        foreach (var width in Widths)
        {
            await firefox.ResizeAsync(width, 900);
            await ExpectDrawnAsync(view == "conversations" && width == 360 ? ".conversation-cards a" : Views.ContentOf[view]);
            // Its scroll bar takes room of the page, as that of many readers does.
            await ExpectAsync(
                "(({ scrollWidth, clientWidth }) => [innerWidth, scrollWidth - clientWidth].join())(document.documentElement)",
                $"{width},0");
        }
        Assert.Empty(firefox.TakeComplaints());
    }

    [Fact]
    public async Task Dashboard_InFirefox_DrawsItsChartsAndNarrowsToAClickedDay()
    {
        await firefox.RequireOrSkipAsync();
        await firefox.ResizeAsync(1440, 900);
        await OpenAsync(demo.Server, Month);
        await ExpectDrawnAsync("[data-testid=chart-endReasons] a");
        await ExpectAsync("document.querySelector('.lead-surface').getAttribute('aria-valuemax')", "31");
        await ExpectAsync(
            "[...document.querySelectorAll('.lead-canvas canvas')].map(canvas => new Uint32Array(canvas.getContext('2d')"
            + ".getImageData(0, 0, canvas.width, canvas.height).data.buffer).some(pixel => pixel !== 0)).join()", "true,true");

        await firefox.ClickAsync(".lead-surface", 0.5, 0.8);

        await ExpectDrawnAsync("[data-testid=zoom-out]");
        Assert.Contains("from=2026-10-1", await firefox.EvaluateAsync("location.search"), StringComparison.Ordinal);
        Assert.Empty(firefox.TakeComplaints());
    }

    [Fact]
    public async Task Parts_OpenedInFirefox_AreDrawn()
    {
        await firefox.RequireOrSkipAsync();
        await firefox.ResizeAsync(1440, 900);
        var id = (await demo.ConversationsAsync("direction=inbound&sort=-messages&month=" + DemoSite.Month)).Ids()[0];
        await OpenAsync(demo.Server, $"{Month}&view=conversations&direction=inbound&sort=-messages&conversation={id}");
        await ExpectDrawnAsync("[data-testid=turn]");
        await ExpectDrawnAsync(".conversation-cards .opened");

        await OpenAsync(demo.Server, Month + "&view=criteria");
        await ExpectDrawnAsync(".worst-list li");

        await OpenAsync(demo.Server, Month + "&view=conversations");
        await ExpectDrawnAsync("[data-testid=conversation-row]");
        await firefox.PressAsync("f");
        await ExpectDrawnAsync("[data-testid=filter-done]");
        await firefox.ClickAsync("[data-testid=filter-done]");
        await firefox.ClickAsync("[data-testid=period-picker]");
        await ExpectDrawnAsync("[data-testid=period-last_month]");
        await firefox.ClickAsync("[data-testid=agent-picker]");
        await ExpectDrawnAsync("[data-testid=agent-choice]");
        await firefox.ClickAsync("[data-testid=export-more]");
        await ExpectDrawnAsync("[data-testid=export-csv]");
        await firefox.PressAsync(Control, "k");
        await ExpectDrawnAsync("[data-testid=palette-input]");
        Assert.Empty(firefox.TakeComplaints());
    }

    [Fact]
    public async Task FirstRun_InFirefox_IsDrawn()
    {
        await firefox.RequireOrSkipAsync();
        await firefox.ResizeAsync(1280, 900);
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { ApiKey = null, Agents = [] });
        await OpenAsync(server, "");
        await ExpectDrawnAsync("[data-testid=wizard-key]");
        await ExpectAsync("document.documentElement.lang", "pl");
        Assert.Empty(firefox.TakeComplaints());
    }

    /// <summary>Else an empty console would say nothing.</summary>
    [Fact]
    public async Task Console_WithAWarningAndAnError_IsHeard()
    {
        await firefox.RequireOrSkipAsync();
        await OpenAsync(demo.Server, Month);
        await firefox.EvaluateAsync("console.info('all is well'), console.warn('one'), setTimeout(() => { throw new Error('two'); }), ''");
        var heard = new List<string>();
        await Eventually.True(() => (heard = [.. heard, .. firefox.TakeComplaints()]).Count >= 2, "two complaints");
        Assert.Equal(["warn (console): one", "error (javascript): Error: two"], heard);
    }

    private Task OpenAsync(VoicebotServer server, string query) => firefox.OpenAsync(new Uri(server.Http.BaseAddress!, "/" + query));

    /// <summary>Waits until an element is seen, and nothing says that it could not be loaded.</summary>
    private Task ExpectDrawnAsync(string selector)
    {
        var seen = $"[...document.querySelectorAll('{selector}')].some(node => node.checkVisibility())";
        return ExpectAsync($"String({seen} && !document.querySelector('.notice-error'))", "true");
    }

    private Task ExpectAsync(string expression, string value) =>
        Eventually.True(async () => await firefox.EvaluateAsync(expression) == value, $"{value} of {expression}");
}
