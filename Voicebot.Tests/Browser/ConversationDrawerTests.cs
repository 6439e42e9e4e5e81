using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Voicebot.Core.Json;
using Voicebot.Functions.Timers;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>One conversation, over the list that it came from.</summary>
public sealed class ConversationDrawerTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    private const string Month = "month=" + DemoSite.Month;
    private const string View = "?view=conversations&" + Month;

    private ILocator Drawer => TestId("conversation-drawer");

    [Fact]
    public async Task Row_Clicked_OpensTheTranscriptAndEscapeGivesTheFocusBack()
    {
        var id = (await demo.ConversationsAsync(Month + "&sort=-messages")).Ids()[2]!;
        var conversation = await demo.Server.GetJsonAsync("api/conversations/" + id);
        var turns = conversation.GetProperty("transcript");
        await OpenAsync(demo.Server, View + "&sort=-messages");
        await TestId("conversation-row").Nth(2).Locator("td").Last.ClickAsync();

        await Expect(Drawer).ToBeVisibleAsync();
        await ExpectQueryAsync("conversation", id);
        await Expect(Drawer.Locator("#drawer-title")).ToHaveTextAsync(conversation.Text("call_summary_title")!);
        // A turn that only brings what a tool has answered stands at the call.
        await Expect(Drawer.Locator(".turn")).ToHaveCountAsync(turns.EnumerateArray()
            .Count(turn => turn.Text("message") is not null || turn.GetProperty("tool_calls").GetArrayLength() > 0));
        await Expect(Drawer.Locator(".tool"))
            .ToHaveCountAsync(turns.EnumerateArray().Sum(turn => turn.GetProperty("tool_calls").GetArrayLength()));
        Assert.Equal(turns.Texts("message").Where(message => message is not null), await Drawer.Locator(".turn-message")
            .AllTextContentsAsync());
        await Expect(Drawer.Locator(".criterion-result")).ToHaveCountAsync(conversation.GetProperty("criteria_results").GetArrayLength());

        await Page.Keyboard.PressAsync("Escape");
        await Expect(Drawer).ToBeHiddenAsync();
        await ExpectQueryAsync("conversation", null);
        await Expect(TestId("conversation-row").Nth(2).GetByRole(AriaRole.Link)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Next_FromTheFirst_WalksAlongTheList()
    {
        var ids = (await demo.ConversationsAsync(Month)).Ids();
        await OpenAsync(demo.Server, View);
        await TestId("conversation-row").First.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Drawer.GetByLabel("Poprzednia rozmowa")).ToBeDisabledAsync();

        await Drawer.GetByLabel("Następna rozmowa").ClickAsync();
        await ExpectQueryAsync("conversation", ids[1]);
        await Expect(Drawer.Locator("code").Filter(new() { HasText = ids[1] })).ToBeVisibleAsync();

        await Drawer.GetByLabel("Zamknij").ClickAsync();
        await Expect(Drawer).ToBeHiddenAsync();
        await Expect(TestId("conversation-row").Nth(1).GetByRole(AriaRole.Link)).ToBeFocusedAsync();

        await Page.GoForwardAsync();
        await Expect(Drawer).ToBeVisibleAsync();
        await ExpectQueryAsync("conversation", ids[1]);
    }

    [Fact]
    public async Task Address_OfAConversation_OpensItOnAFreshPage()
    {
        var id = (await demo.ConversationsAsync(Month)).Ids()[^1]!;
        await OpenAsync(demo.Server, $"{View}&conversation={id}");

        await Expect(Drawer.Locator("code").Filter(new() { HasText = id })).ToBeVisibleAsync();

        await Page.Keyboard.PressAsync("Escape");
        await Expect(Drawer).ToBeHiddenAsync();
        await ExpectQueryAsync("view", "conversations");
    }

    [Fact]
    public async Task Next_AtTheEndOfAPage_GoesOnWithTheNextPage()
    {
        var first = (await demo.ConversationsAsync(Month + "&per_page=25")).Ids();
        var second = (await demo.ConversationsAsync(Month + "&per_page=25&page=2")).Ids();
        await OpenAsync(demo.Server, $"{View}&per_page=25&conversation={first[^1]}");
        await Expect(Drawer.Locator("code").Filter(new() { HasText = first[^1] })).ToBeVisibleAsync();
        await ExpectRowsAsync(first);

        await Drawer.GetByLabel("Następna rozmowa").ClickAsync();
        await ExpectQueryAsync("conversation", second[0]);
        await ExpectQueryAsync("page", "2");
        await ExpectRowsAsync(second);

        await Drawer.GetByLabel("Poprzednia rozmowa").ClickAsync();
        await ExpectQueryAsync("conversation", first[^1]);
        await ExpectRowsAsync(first);
        await Page.Keyboard.PressAsync("Escape");
        await Expect(TestId("conversation-row").Last.GetByRole(AriaRole.Link)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Find_Typed_MarksTheHitsAndEnterGoesAlongThem()
    {
        var id = (await demo.ConversationsAsync(Month + "&direction=inbound&sort=-messages")).Ids()[0]!;
        await OpenAsync(demo.Server, $"{View}&conversation={id}");
        await Expect(TestId("turn").First).ToBeVisibleAsync();
        var message = await Drawer.Locator(".turn-message").First.InnerTextAsync();
        var word = message.Split(' ')[0].Trim('.', ',', '!');

        await TestId("transcript-find").FillAsync(word.ToUpperInvariant());

        await Expect(Drawer.Locator(".turn-message mark").First).ToHaveTextAsync(word);
        var count = await Drawer.Locator("mark").CountAsync();
        await Expect(Drawer.Locator(".find-count")).ToHaveTextAsync($"1 z {count}");
        await TestId("transcript-find").PressAsync("Shift+Enter");
        await Expect(Drawer.Locator(".find-count")).ToHaveTextAsync($"{count} z {count}");
        Assert.Equal(message, await Drawer.Locator(".turn-message").First.InnerTextAsync());

        await TestId("transcript-find").FillAsync("nic takiego tu nie ma");
        await Expect(Drawer.Locator(".find-count")).ToHaveTextAsync("nie znaleziono");
        await Expect(Drawer.Locator("mark")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Recording_TurnClicked_PlaysFromThereAtTheChosenSpeed()
    {
        var id = (await demo.ConversationsAsync(Month + "&direction=inbound&duration_min=60&transcript=true")).Ids()[0]!;
        var turns = (await demo.Server.GetJsonAsync("api/conversations/" + id)).GetProperty("transcript").EnumerateArray()
            .Where(turn => turn.Text("message") is not null).ToList();
        await OpenAsync(demo.Server, $"{View}&conversation={id}");
        await TestId("recording-speed").SelectOptionAsync("1.5");
        Assert.Equal("none", await TestId("recording").GetAttributeAsync("preload")); // nothing is fetched before it is wanted

        await TestId("turn").Filter(new() { HasText = turns[2].Text("message")! }).First.ClickAsync();

        var start = turns[2].GetProperty("time_in_call_secs").GetDouble();
        await Eventually.True(async () =>
            await TestId("recording")
            .EvaluateAsync<double>("audio => audio.paused ? -1 : audio.currentTime") > start, "sound from the turn on");
        Assert.Equal(1.5, await TestId("recording").EvaluateAsync<double>("audio => audio.playbackRate"));
        Assert.InRange(await TestId("recording").EvaluateAsync<double>("audio => audio.currentTime"), start, start + 20);
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Drawer).ToBeHiddenAsync();
        Assert.True(await TestId("recording").EvaluateAsync<bool>("audio => audio.paused"));
    }

    [Fact]
    public async Task Recording_ThatIsGone_SaysSo()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        Errors.Expect("/api/conversations/conv_in/audio");
        await OpenAsync(server, View + "&conversation=conv_in");

        await TestId("turn").First.ClickAsync();

        await Expect(Drawer.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nie ma nagrania tej rozmowy.");
    }

    [Fact]
    public async Task Recording_TextsForgotten_IsNotOfferedAndAnOpenPageSaysWhy()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        Errors.Expect("/api/conversations/conv_in/audio");
        await OpenAsync(server, View + "&conversation=conv_in");
        await Expect(TestId("play")).ToBeVisibleAsync();
        await server.SaveSettingsAsync(new { retention_texts_days = 30 });
        await server.Services.GetRequiredService<ScheduledWork>().ForgetAsync(default);

        await TestId("turn").First.ClickAsync();
        await Expect(Drawer.GetByRole(AriaRole.Alert)).ToContainTextAsync("Treść tej rozmowy została tu usunięta, a z nią nagranie.");

        await Page.ReloadAsync();
        await Expect(Drawer.Locator(".facts").First).ToBeVisibleAsync();
        await Expect(TestId("recording")).ToHaveCountAsync(0);
        await Expect(TestId("play")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task ReadAgain_Clicked_ShowsWhatTheVendorHasNow()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        await OpenAsync(server, View + "&conversation=conv_in");
        await Expect(Drawer.Locator(".summary-whole")).ToHaveTextAsync("Summary of conv_in");
        vendor.Change("conv_in", one => one.Detail["analysis"]!["transcript_summary"] = "Nowe podsumowanie");

        await TestId("read-again").ClickAsync();

        await Expect(Drawer.Locator(".summary-whole")).ToHaveTextAsync("Nowe podsumowanie");
        await Expect(Page.Locator(".toast")).ToHaveTextAsync("Odczytano ponownie z ElevenLabs");

        vendor.Remove("conv_in");
        Errors.Expect("/api/conversations/conv_in/refetch");
        await TestId("read-again").ClickAsync();
        await Expect(Page.Locator(".toast")).ToContainTextAsync("ElevenLabs nie ma już tej rozmowy.");
        await Expect(Drawer.Locator(".summary-whole")).ToHaveTextAsync("Nowe podsumowanie");
    }

    [Fact]
    public async Task Address_OfAnUnknownConversation_SaysSo()
    {
        Errors.Expect("/api/conversations/conv_unknown");
        await OpenAsync(demo.Server, View + "&conversation=conv_unknown");

        await Expect(Drawer.GetByRole(AriaRole.Alert)).ToContainTextAsync("Ten element już nie istnieje.");
        await Expect(Drawer.Locator("#drawer-title")).ToHaveTextAsync("Nie udało się wczytać rozmowy");
    }
}
