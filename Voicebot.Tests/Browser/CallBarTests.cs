using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>A recording is played by the map of its call, and by keys.</summary>
public sealed class CallBarTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    private const string Month = "month=" + DemoSite.Month;
    private const string View = "?view=conversations&" + Month;

    protected override ViewportSize Viewport => new() { Width = 1440, Height = 900 };

    [Fact]
    public async Task Map_OfACallWithFailedTools_ShowsWhoSpokeAndWhatFailed()
    {
        var (id, turns) = await ConversationAsync("&tool_error=get_invoices");
        await OpenAsync(demo.Server, $"{View}&conversation={id}");
        await Expect(TestId("turn").First).ToBeVisibleAsync();

        var said = turns.Where(turn => turn.Text("message") is not null).ToList();
        await Expect(Page.Locator(".call-map .call-bot")).ToHaveCountAsync(said.Count(turn => turn.Text("role") == "agent"));
        await Expect(Page.Locator(".call-map .call-caller")).ToHaveCountAsync(said.Count(turn => turn.Text("role") == "user"));
        var results = turns.SelectMany(turn => turn.GetProperty("tool_results").EnumerateArray()).ToList();
        var failed = results.Count(result => result.GetProperty("is_error").GetBoolean());
        Assert.NotEqual(0, failed);
        await Expect(Page.Locator(".call-map .call-tool")).ToHaveCountAsync(results.Count);
        await Expect(Page.Locator(".call-map .call-failed")).ToHaveCountAsync(failed);
        await Expect(Page.Locator(".tool-error")).ToHaveCountAsync(failed);
        await Expect(Page.Locator(".tool-error .tool-state").First).ToContainTextAsync("błąd: ");

        var boxes = await Page.EvaluateAsync<double[]>("[...document.querySelectorAll('.call-map rect')].flatMap(part => "
            + "[part.getBoundingClientRect().left, part.getBoundingClientRect().right])");
        var bar = await TestId("call-bar").BoundingBoxAsync();
        Assert.All(boxes, edge => Assert.InRange(edge, bar!.X - 1, bar.X + bar.Width + 1));
    }

    [Fact]
    public async Task Bar_ByKeyboardAndPointer_PlaysFromThere()
    {
        var (id, _) = await ConversationAsync("&direction=inbound&duration_min=60");
        await OpenAsync(demo.Server, $"{View}&conversation={id}");
        var bar = Page.GetByRole(AriaRole.Slider);
        await Expect(bar).ToHaveAttributeAsync("aria-valuenow", "0");

        await bar.FocusAsync();
        await Page.Keyboard.PressAsync("PageUp");
        await PlayingFromAsync(15, 30);
        await Expect(bar).ToHaveAttributeAsync("aria-valuetext", new Regex("^0:(1[5-9]|2[0-9]) z [0-9]+:[0-9]{2}$"));
        await Expect(Page.Locator(".turn-heard")).ToHaveCountAsync(1);

        var box = await bar.BoundingBoxAsync();
        await Page.Mouse.ClickAsync(box!.X + (box.Width / 2), box.Y + (box.Height / 2));
        var half = double.Parse((await bar.GetAttributeAsync("aria-valuemax"))!, System.Globalization.CultureInfo.InvariantCulture) / 2;
        await PlayingFromAsync(half - 1, half + 15);
    }

    [Fact]
    public async Task Space_Pressed_PlaysAndPauses()
    {
        var (id, _) = await ConversationAsync("&direction=inbound&duration_min=60");
        await OpenAsync(demo.Server, $"{View}&conversation={id}");
        await Expect(TestId("play")).ToHaveAttributeAsync("aria-label", "Odtwórz");

        await Page.Keyboard.PressAsync("Space");
        await Expect(TestId("play")).ToHaveAttributeAsync("aria-label", "Wstrzymaj");
        await Page.Keyboard.PressAsync("Space");
        await Expect(TestId("play")).ToHaveAttributeAsync("aria-label", "Odtwórz");

        await TestId("transcript-find").FocusAsync();
        await Page.Keyboard.PressAsync("Space");
        await Expect(TestId("transcript-find")).ToHaveValueAsync(" ");
        Assert.True(await TestId("recording").EvaluateAsync<bool>("audio => audio.paused"));
    }

    [Fact]
    public async Task Keys_OverTheList_WalkAlongIt()
    {
        await Page.SetViewportSizeAsync(1280, 800);
        var ids = (await demo.ConversationsAsync(Month)).Ids();
        await OpenAsync(demo.Server, View);
        await TestId("conversation-row").First.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Page.Locator("dialog.drawer:modal .turn").First).ToBeVisibleAsync();

        await Page.Keyboard.PressAsync("j");
        await ExpectQueryAsync("conversation", ids[1]);
        await Page.Keyboard.PressAsync("k");
        await ExpectQueryAsync("conversation", ids[0]);
    }

    private async Task<(string Id, IReadOnlyList<JsonElement> Turns)> ConversationAsync(string filters)
    {
        var id = (await demo.ConversationsAsync(Month + filters + "&transcript=true")).Ids()[0]!;
        return (id, [.. (await demo.Server.GetJsonAsync("api/conversations/" + id)).GetProperty("transcript").EnumerateArray()]);
    }

    private Task PlayingFromAsync(double from, double to) => Eventually.True(
        async () =>
        {
            var second = await TestId("recording").EvaluateAsync<double>("audio => audio.paused ? -1 : audio.currentTime");
            return second >= from && second <= to;
        },
        $"sound between {from} and {to} s");
}
