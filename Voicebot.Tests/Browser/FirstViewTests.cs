using System.Collections.Concurrent;
using Microsoft.Playwright;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>How much stands between a visitor and the first figures.</summary>
public sealed class FirstViewTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    private const int MostRequests = 10;

    [Theory]
    [InlineData("")]
    [InlineData("?month=2026-10")]
    public async Task Dashboard_FirstVisit_HasItsFiguresWithinFewRequests(string query)
    {
        var requests = new List<string>();
        var atFigures = 0;
        Page.Request += (_, request) => requests.Add(request.Method + " " + new Uri(request.Url).PathAndQuery);
        Page.RequestFinished += (_, request) =>
            atFigures = request.Url.Contains("/api/kpis", StringComparison.Ordinal) && atFigures == 0 ? requests.Count : atFigures;

        await OpenAsync(demo.Server, query);
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
        // The rest comes after them.
        await Expect(TestId("agent-comparison").Locator("tbody tr")).Not.ToHaveCountAsync(0);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{atFigures} of {requests.Count} requests: {string.Join(", ", requests.Take(atFigures))}");
        Assert.InRange(atFigures, 5, MostRequests);
        Assert.True(requests.Count > atFigures, "The figures are expected before everything else.");
    }

    [Fact]
    public async Task Dashboard_ScriptsStillOnTheirWay_HasAskedForTheFactsOnce()
    {
        var asked = new ConcurrentQueue<string>(); // others are still being asked at the end
        Page.Request += (_, request) => asked.Enqueue(new Uri(request.Url).AbsolutePath);
        var mayCome = new TaskCompletionSource();
        await Page.RouteAsync("**/assets/main*.js", async route =>
        {
            await mayCome.Task;
            await route.ContinueAsync();
        });

        var opening = OpenAsync(demo.Server, "?month=2026-10");
        await Eventually.True(() => asked.Contains("/api/health"), "the question for health before the scripts have come");
        mayCome.SetResult();
        await opening;
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);

        Assert.All(["/api/session", "/api/settings", "/api/health", "/api/kpis"], path => Assert.Single(asked, path));
    }

    [Fact]
    public async Task OtherViews_DoNotCome_SaysSoAndComesByLoadingAgain()
    {
        Errors.Expect("/assets/other-views");
        await Page.RouteAsync("**/assets/other-views*.js", route => route.AbortAsync());
        await OpenAsync(demo.Server, "?month=2026-10");
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);

        await TestId("tab-conversations").ClickAsync();
        await Expect(TestId("view-not-loaded")).ToContainTextAsync("Nie udało się wczytać tej części strony.");
        await TestId("tab-dashboard").ClickAsync();
        await Expect(TestId("view-not-loaded")).ToBeHiddenAsync();
        await Expect(Page.Locator(".kpi-value").First).ToBeVisibleAsync();
        await TestId("tab-conversations").ClickAsync();
        await Page.UnrouteAllAsync();
        await TestId("view-not-loaded").GetByRole(AriaRole.Button).ClickAsync();

        await Expect(TestId("conversation-row")).Not.ToHaveCountAsync(0);
        await Expect(TestId("view-not-loaded")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task SignIn_NobodyIsKnown_NothingIsAskedThatWouldBeRefused()
    {
        await using var server =
            await VoicebotServer.StartAsync(new VoicebotServerSetup { AccessKey = "owner-0123456789-0123456789-0123456789" });
        var asked = new List<string>();
        Page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);

        await OpenAsync(server, "");
        await Expect(TestId("access-key")).ToBeVisibleAsync();

        Assert.DoesNotContain("/api/settings", asked);
        Assert.DoesNotContain("/api/health", asked);
    }

    [Fact]
    public async Task Dashboard_SecondVisit_AsksForNoBundledFileAgain()
    {
        await OpenAsync(demo.Server, "?month=2026-10");
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);

        await OpenAsync(demo.Server, "?month=2026-10");
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);

        var transferred = await Page.EvaluateAsync<int>(
            "() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/assets/')).reduce((sum, { transferSize "
            + "}) => sum + transferSize, 0)");
        Assert.Equal(0, transferred);
    }
}
