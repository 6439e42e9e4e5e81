using Voicebot.Tests.Reviews;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>The review inbox, worked by keyboard: what waits is counted everywhere, and one key is enough for one conversation.</summary>
public sealed class ReviewPageTests(SharedBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Inbox_ClearedByKeys_IsEmptyAndCanBeTakenBack()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await Inbox.StartSeededAsync(vendor);
        await Page.SetViewportSizeAsync(1440, 900);
        await OpenAsync(server, "?view=reviews");
        await Expect(TestId("review-row")).ToHaveCountAsync(3);
        await Expect(TestId("nav-unseen")).ToContainTextAsync("3");
        await Microsoft.Playwright.Assertions.Expect(Page).ToHaveTitleAsync("(3) Do przejrzenia – Voicebot Dashboard");
        await Expect(TestId("review-why")).ToContainTextAsync("Błąd techniczny.");

        await Page.Keyboard.PressAsync("n");
        await TestId("review-note").FillAsync("Zajęte, oddzwonić");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator(".review-text")).ToHaveTextAsync("Zajęte, oddzwonić");
        await Page.Keyboard.PressAsync("e");
        await Expect(TestId("review-why")).ToContainTextAsync("Ocena 2 na 5.");
        await Page.Keyboard.PressAsync("x");
        await Expect(TestId("review-why")).ToContainTextAsync("według oceny ElevenLabs");
        await Page.Keyboard.PressAsync("e");
        await Expect(TestId("nav-unseen")).ToHaveCountAsync(0);
        Assert.Equal(0, (await server.GetJsonAsync("api/reviews")).Whole("total"));

        await Page.Keyboard.PressAsync("u");
        await Expect(TestId("nav-unseen")).ToContainTextAsync("1");
        Assert.Equal("new", (await server.GetJsonAsync("api/reviews/conv_out")).Text("state"));
        Assert.Equal("done", (await server.GetJsonAsync("api/reviews/conv_failed")).Text("state"));
        Assert.Equal("not_needed", (await server.GetJsonAsync("api/reviews/conv_web")).Text("state"));
    }
}
