using Microsoft.Playwright;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>Two named views side by side.</summary>
[Collection(SecondBrowserCollection.Name)]
public sealed class SegmentsViewTests(SharedBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Views_SetSideBySide_SayWhatDiffersAndOpenTheirConversations()
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        foreach (var direction in new[] { "inbound", "outbound" })
            (await server.Http.PostJsonAsync("api/views", new { name = direction, filters = new { direction } })).Dispose();
        await OpenAsync(server, "?view=conversations&month=2026-10&direction=inbound");

        await TestId("compare-views").ClickAsync();

        await ExpectQueryAsync("second", "2");
        await Expect(TestId("segments-lead")).ToHaveTextAsync("„inbound” ma wyraźnie lepszą konwersję niż „outbound”: 75,0% wobec 25,0%.");
        var conversion = Page.Locator("[data-testid=segment-row][data-name=conversion_rate]");
        await Expect(conversion).ToContainTextAsync("lepiej");
        await Page.ReloadAsync();
        await TestId("segment-swap").ClickAsync();
        await Expect(conversion).ToContainTextAsync("gorzej");
        Assert.Empty((await AxeCore.AuditAsync(Page, rule: null)).Found);
        await conversion.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(Page.Locator(".list-total")).ToHaveTextAsync("10 rozmów");
    }

    private static IEnumerable<VendorConversation> Conversations() =>
        Enumerable.Range(0, 80).Select(number =>
        {
            var (direction, successes) = number % 2 == 0 ? ("inbound", 60) : ("outbound", 20);
            return new ConversationBuilder($"conv_{number}").At("2026-10-05T10:00:00Z").Telephone(direction)
                .Outcome(number < successes ? "success" : "failure").Talks(2).Build();
        });
}
