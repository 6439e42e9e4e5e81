using Voicebot.Tests.Callbacks;
using Voicebot.Tests.Reviews;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>People are called back from the page: one button says what became of it, and it can be taken back.</summary>
public sealed class CallbackPageTests(SharedBrowser browser) : BrowserTest(browser)
{
    private static IEnumerable<VendorConversation> Calls() =>
    [
        CallList.Call("call_1", "+48501000001", "2026-11-10T10:00:00Z").Titled("Reklamacja", "Podwójna opłata"),
        CallList.Call("call_2", "+48501000002", "2026-11-09T10:00:00Z", "unknown").Ended("Call ended by remote party"),
        CallList.Call("content", "+48501000003", "2026-11-09T12:00:00Z", "success"),
    ];

    [Fact]
    public async Task List_MarkedAndTakenBack_ShowsWhoStillWaits()
    {
        await using var vendor = await VendorSimulator.StartAsync(Calls());
        await using var server = await CallList.StartAsync(vendor);
        await OpenAsync(server, "?view=callbacks");
        await Expect(TestId("callback-row")).ToHaveCountAsync(2);
        await Expect(TestId("nav-waiting")).ToContainTextAsync("2");
        var first = TestId("callback-row").First;
        await Expect(first).ToContainTextAsync("+48 ••• ••• 001");
        await Expect(first).ToContainTextAsync("Reklamacja");
        await Expect(first).ToContainTextAsync("dni robocze 10–11");
        await first.GetByTestId("reveal").ClickAsync();
        await Expect(first.GetByTestId("client-phone")).ToHaveTextAsync("+48501000001");

        await first.GetByTestId("callback-no_answer").ClickAsync();
        await Expect(TestId("callback-row")).ToHaveCountAsync(1);
        await Expect(TestId("nav-waiting")).ToContainTextAsync("1");
        await TestId("callback-row").GetByTestId("callback-reached").ClickAsync();
        await Expect(Page.GetByText("Do nikogo nie trzeba oddzwaniać")).ToBeVisibleAsync();
        await Expect(TestId("nav-waiting")).ToHaveCountAsync(0);

        await TestId("callback-undo").ClickAsync();
        await Expect(TestId("callback-row")).ToHaveCountAsync(1);
        await TestId("callback-state").SelectOptionAsync("later");
        await Expect(TestId("callback-row")).ToContainTextAsync("Wróci na listę: dzisiaj 16:00");
        await TestId("callback-days").SelectOptionAsync("30");
        await Eventually.True(async () => (await server.GetJsonAsync("api/settings")).Whole("callback_days") == 30, "30 days");
    }

    [Fact]
    public async Task Conversation_CallBack_PutsItsPersonOnTheList()
    {
        await using var vendor = await VendorSimulator.StartAsync(Calls());
        await using var server = await CallList.StartAsync(vendor);
        await OpenAsync(server, "?view=conversations&period=all&conversation=content");
        await TestId("call-back").ClickAsync();
        await Expect(Page.Locator(".toast")).ToContainTextAsync("czeka teraz na telefon");
        Assert.Contains("content", await server.WaitingAsync());
    }

    [Fact]
    public async Task Inbox_B_PutsThePersonOnTheListBesideIt()
    {
        await using var vendor = await VendorSimulator.StartAsync(Calls());
        await using var server = await Inbox.StartAsync(new VoicebotServerSetup { Vendor = vendor, Clock = DatedClock.At(CallList.Now) });
        await server.SyncCallsAsync();
        await server.UnseenAsync(2);
        await server.MarkAsync("call_1", "done");
        await Page.SetViewportSizeAsync(1440, 900);
        await OpenAsync(server, "?view=reviews&conversation=call_1");
        await Expect(TestId("callback-aside").GetByTestId("callback-row")).ToHaveCountAsync(1);
        await Expect(TestId("review-why")).ToBeVisibleAsync();

        await Page.Keyboard.PressAsync("b");
        await Expect(TestId("callback-aside").GetByTestId("callback-row")).ToHaveCountAsync(2);
        await Page.Keyboard.PressAsync("u");
        await Eventually.True(async () => (await server.CallbacksAsync())[0].GetProperty("mark").Text("state") == "waiting",
            "it taken back");
    }
}
