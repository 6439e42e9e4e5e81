using Microsoft.Playwright;
using Voicebot.Tests.Architecture;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>The page's sources run unbundled as well: for who works on them, and on a site that serves the folder as it lies.</summary>
public sealed class PageSourcesTests(SharedBrowser browser) : BrowserTest(browser)
{
    private static readonly string Sources = Path.Combine(Repository.Root, "static-site");

    [Fact]
    public async Task Sources_AsTheyLie_ShowFiguresAndCharts()
    {
        await using var site = await OtherSite.StartAsync(Sources);
        await using var vendor = await VendorSimulator.StartAsync(Seed.Conversations());
        await using var server = await StartAsync(site, vendor);

        await Page.GotoAsync(site.Origin + "/?month=2026-10");
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
        await TestId("chart-lead").ScrollIntoViewIfNeededAsync();

        await Eventually.True(() => Page.EvaluateAsync<bool>(
            "async () => Boolean((await import('/vendor/chart.js')).Chart.getChart(document.querySelector('[data-testid=chart-lead] "
            + "canvas')))"), "a chart");
    }

    [Theory]
    [InlineData("scripts/app.js")]
    [InlineData("scripts/texts/pl/charts.js")]
    public async Task Sources_ModuleThatDoesNotCome_SaysSo(string module)
    {
        await using var site = await OtherSite.StartAsync(Sources);
        Errors.Expect(module);
        Errors.Expect("/api/session"); // asked for early; there is no API beside this site
        await Page.RouteAsync("**/" + module, route => route.AbortAsync());

        await Page.GotoAsync(site.Origin);

        await Expect(Page.GetByText("The page did not load completely.")).ToBeVisibleAsync();
        await Expect(Page.GetByText("Strona nie wczytała się w całości.")).ToBeVisibleAsync();
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle); // what else was on its way
    }

    private async Task<VoicebotServer> StartAsync(OtherSite site, VendorSimulator vendor)
    {
        var server = await VoicebotServer.StartAsync(
            new VoicebotServerSetup { Vendor = vendor, Agents = [ConversationBuilder.DefaultAgent], AllowedOrigins = site.Origin });
        server.Leaving += Errors.Stop;
        await server.SyncAsync();
        await site.PointToAsync(server);
        return server;
    }
}
