using Microsoft.Playwright;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>Signing in and out, and what a viewer is shown.</summary>
public sealed class AccessViewTests(SharedBrowser browser) : BrowserTest(browser)
{
    private const string OwnerKey = "owner-0123456789-0123456789-0123456789";
    private const string ViewerKey = "viewer-0123456789-0123456789-0123456789";

    [Fact]
    public async Task SignIn_WrongThenRightKey_OpensWhatTheAddressSays()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor);
        Errors.Expect("/api/session");
        await OpenAsync(server, "?view=conversations&month=2026-10");
        await Expect(TestId("access-key")).ToBeFocusedAsync();

        await TestId("sign-in").ClickAsync();
        await Expect(TestId("sign-in-view")).ToContainTextAsync("Wpisz klucz dostępu.");
        await TestId("access-key").FillAsync("nie-ten-klucz-0123456789-0123456789");
        await TestId("access-key").PressAsync("Enter");
        await Expect(TestId("sign-in-view")).ToContainTextAsync("To nie jest klucz dostępu.");

        await TestId("access-key").FillAsync(OwnerKey);
        await TestId("access-key").PressAsync("Enter");
        await Expect(TestId("conversation-row")).Not.ToHaveCountAsync(0);
        await Page.ReloadAsync();
        await Expect(TestId("conversation-row")).Not.ToHaveCountAsync(0);
        Assert.DoesNotContain(OwnerKey,
            await Page.EvaluateAsync<string>(
            "() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href])"),
            StringComparison.Ordinal);

        await TestId("sign-out").ClickAsync();
        await Expect(TestId("access-key")).ToBeVisibleAsync();
        await Page.ReloadAsync();
        await Expect(TestId("access-key")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Session_EndedElsewhere_AsksAgainAndGoesOn()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor);
        var underWay = 0;
        Page.Request += (_, _) => Interlocked.Increment(ref underWay);
        Page.RequestFinished += (_, _) => Interlocked.Decrement(ref underWay);
        Page.RequestFailed += (_, _) => Interlocked.Decrement(ref underWay);
        await SignInAsync(server, OwnerKey, "?month=2026-10");
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
        // What was still on its way would ask for the key before the click.
        await Eventually.True(async () =>
        {
            var isQuiet = Volatile.Read(ref underWay) == 0;
            await Task.Delay(300);
            return isQuiet && Volatile.Read(ref underWay) == 0;
        }, "a page at rest");
        await Context.ClearCookiesAsync();
        Errors.Expect("/api/");

        await TestId("tab-conversations").ClickAsync();
        await TestId("access-key").FillAsync(OwnerKey);
        await TestId("access-key").PressAsync("Enter");

        await Expect(TestId("conversation-row")).Not.ToHaveCountAsync(0);
        await ExpectQueryAsync("view", "conversations");
    }

    [Fact]
    public async Task Viewer_SignedIn_SeesEverythingButNoWayToChangeOrTakeAway()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor);
        await (await server.Http.PostTextAsync("api/archive?month=2026-10", "{}")).JsonAsync();
        await SignInAsync(server, ViewerKey, "?view=conversations&month=2026-10");
        await Expect(TestId("conversation-row")).Not.ToHaveCountAsync(0);
        await Expect(TestId("export-csv")).ToHaveCountAsync(0);
        await Expect(TestId("export-xlsx")).ToHaveCountAsync(0);
        await Expect(Page.Locator(".conversation-table input")).ToHaveCountAsync(0);
        await Page.Locator("[data-id=conv_in]").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(TestId("client-phone")).ToContainTextAsync("•");
        await Expect(TestId("reveal")).ToHaveCountAsync(0);
        await Expect(TestId("read-again")).ToHaveCountAsync(0);
        await Page.Keyboard.PressAsync("Escape");

        await GoToAsync("sync");
        await Expect(TestId("sync-row")).Not.ToHaveCountAsync(0);
        await Expect(TestId("fetch-data")).ToHaveCountAsync(0);
        await Expect(TestId("sync-now")).ToHaveCountAsync(0);
        await Expect(Page.Locator(".sync-table button")).ToHaveCountAsync(0);
        await TestId("tab-archives").ClickAsync();
        await Expect(TestId("archive-row")).Not.ToHaveCountAsync(0);
        await Expect(TestId("archive-row").GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
        await Expect(TestId("archive-month")).ToHaveCountAsync(0);
        await GoToAsync("settings");
        await Expect(TestId("view-settings")).ToContainTextAsync("ustawienia zmienia właściciel");
        await Expect(TestId("save-settings")).ToHaveCountAsync(0);
        await Expect(TestId("person-data")).ToHaveCountAsync(0);
    }

    private static async Task<VoicebotServer> StartAsync(VendorSimulator vendor)
    {
        vendor.Add(Seed.Conversations());
        var server = await VoicebotServer.StartAsync(
            new VoicebotServerSetup { Vendor = vendor, Agents = ["agent_one", "agent_two"], AccessKey = OwnerKey, ViewerKey = ViewerKey });
        await server.SyncAsync();
        return server;
    }

    private async Task SignInAsync(VoicebotServer server, string key, string query)
    {
        await OpenAsync(server, query);
        await TestId("access-key").FillAsync(key);
        await TestId("sign-in").ClickAsync();
        await Expect(TestId("sign-out")).ToBeVisibleAsync();
    }
}
