using Voicebot.Tests.Alerts;
using Voicebot.Tests.Digests;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>Digests on the page: one is made, looked at, and sent to oneself.</summary>
public sealed class DigestsViewTests(SharedBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Digest_MadeAndLookedAt_IsSentToMe()
    {
        await using var mail = new MailServer();
        await using var vendor = await VendorSimulator.StartAsync([.. DigestServer.TwoWeeks()]);
        await using var server = await DigestServer.StartAsync(vendor);
        await server.AddMailAsync(mail);
        await OpenAsync(server, "?view=alerts");

        await TestId("digests").ClickAsync();
        await TestId("add-digest").ClickAsync();
        await TestId("digest-name").FillAsync("Jak poszło");
        await TestId("digest-recipients").FillAsync("anna@example.com pl\nben@example.com en");
        await TestId("keep-digest").ClickAsync();
        await Expect(TestId("digest-row")).ToContainTextAsync("Następne: 16.11.2026, 07:00");
        await TestId("preview-digest").ClickAsync();
        await Expect(TestId("letter").Locator("h1")).ToContainTextAsync("Tydzień 2–8 listopada wypadł gorzej niż poprzedni");
        await Expect(TestId("letter").Locator("img").First).ToHaveJSPropertyAsync("naturalWidth", 1120);
        await TestId("digest-to").FillAsync("me@example.com");
        await TestId("send-digest").ClickAsync();
        await Expect(TestId("digest-answer")).ToContainTextAsync("Wysłano:");

        Assert.Equal("me@example.com", Assert.Single(mail.Letters).To.Mailboxes.Single().Address);
    }
}
