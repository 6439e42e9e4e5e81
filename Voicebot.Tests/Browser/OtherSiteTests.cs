using Microsoft.Playwright;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>The page on another site than the API signs in with a token, which links and players cannot carry.</summary>
[Collection(ThirdBrowserCollection.Name)]
public sealed class OtherSiteTests(SharedBrowser browser) : BrowserTest(browser)
{
    private const string OwnerKey = "owner-0123456789-0123456789-0123456789";

    [Fact]
    public async Task Files_OfTheApi_AreSavedUnderTheirNames()
    {
        await using var site = await OtherSite.StartAsync();
        await using var vendor = await VendorSimulator.StartAsync(Seed.Conversations());
        await using var server = await StartAsync(site, vendor);
        await (await server.Http.PostTextAsync("api/archive?month=2026-10", "{}")).JsonAsync();
        await SignInAsync(site, server, "?view=conversations&month=2026-10");
        await Expect(TestId("conversation-row")).Not.ToHaveCountAsync(0);

        await UnfoldAsync("export-more");
        var archive = (await server.GetJsonAsync("api/archives"))[0];
        var named = $"{archive.Text("agent_name")}, październik 2026";
        await AssertSavedAsync(TestId("export-csv"), named
            + ".csv", await server.Http.GetStringAsync("api/export-csv?month=2026-10&decimal=comma"));
        await AssertSavedAsync(TestId("export-xlsx"), named + ".xlsx", "PK");
        await TestId("tab-archives").ClickAsync();
        await AssertSavedAsync(TestId("archive-row").First.GetByRole(AriaRole.Link), named
            + ".csv", await server.Http.GetStringAsync("api/download-csv/" + archive.Text("id")));
        await GoToAsync("settings");
        await AssertSavedAsync(TestId("backup"), "voicebot-backup-", "SQLite format 3");
        await TestId("person-subject").FillAsync("+48501000006");
        await AssertSavedAsync(TestId("person-json"), "person-data.json", "{");
        await TestId("person-subject").FillAsync("+48599999999");
        Errors.Expect("/api/person-data");
        await TestId("person-json").ClickAsync();
        await Expect(Page.Locator(".toast")).ToContainTextAsync("nie ma rozmów");
    }

    [Fact]
    public async Task Recording_Loaded_Plays()
    {
        await using var site = await OtherSite.StartAsync();
        await using var server = await StartAsync(site, null);
        await Eventually.True(async () => (await server.GetJsonAsync("api/archives")).GetArrayLength() == 3, "the demo's archives");
        var id = (await server.GetJsonAsync(
            "api/conversations?month=2026-10&direction=inbound&duration_min=60&transcript=true")).Ids()[0]!;
        await SignInAsync(site, server, "?view=conversations&month=2026-10&conversation=" + id);
        await Expect(TestId("recording")).Not.ToHaveAttributeAsync("src", new System.Text.RegularExpressions.Regex("."));

        await TestId("play").ClickAsync();
        await PlayingAsync();
        await Expect(TestId("play")).ToHaveAttributeAsync("aria-label", "Wstrzymaj");
        await Expect(TestId("play")).ToBeFocusedAsync();

        await Page.ReloadAsync();
        await TestId("turn").Nth(1).ClickAsync();
        await PlayingAsync();
        await Page.Keyboard.PressAsync("Escape");
        Assert.True(await TestId("recording").EvaluateAsync<bool>("audio => audio.paused"));
    }

    [Fact]
    public async Task Recording_NotToBeHad_SaysSoAndCanBeTriedAgain()
    {
        await using var site = await OtherSite.StartAsync();
        await using var vendor = await VendorSimulator.StartAsync(Seed.Conversations());
        await using var server = await StartAsync(site, vendor);
        await SignInAsync(site, server, "?view=conversations&month=2026-10&conversation=conv_in");
        Errors.Expect("/api/conversations/conv_in/audio");

        await TestId("play").ClickAsync();
        var alert = TestId("conversation-drawer").GetByRole(AriaRole.Alert);
        await Expect(alert).ToContainTextAsync("Nie ma nagrania tej rozmowy.");

        vendor.Recordings["conv_in"] = [1, 2, 3];
        await alert.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(alert).ToContainTextAsync("nie da się odtworzyć");
    }

    private static async Task<VoicebotServer> StartAsync(OtherSite site, VendorSimulator? vendor)
    {
        var server = await VoicebotServer.StartAsync(
            new VoicebotServerSetup { Vendor = vendor, Demo = vendor is null, AccessKey = OwnerKey, AllowedOrigins = site.Origin });
        if (vendor is not null)
            await server.SyncAsync();
        await site.PointToAsync(server);
        return server;
    }

    private async Task SignInAsync(OtherSite site, VoicebotServer server, string query)
    {
        server.Leaving += Errors.Stop;
        await Page.Clock.SetFixedTimeAsync(((TimeProvider)server.Services.GetService(typeof(TimeProvider))!).GetUtcNow().UtcDateTime);
        await Page.GotoAsync(site.Origin + "/" + query);
        await TestId("access-key").FillAsync(OwnerKey);
        await TestId("sign-in").ClickAsync();
        await Expect(TestId("sign-out")).ToBeVisibleAsync();
    }

    private async Task AssertSavedAsync(ILocator link, string name, string beginning)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.StartsWith(name, download.SuggestedFilename, StringComparison.Ordinal);
        using var reader = new StreamReader(await download.CreateReadStreamAsync());
        Assert.StartsWith(beginning.TrimStart('\uFEFF'), await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    private Task PlayingAsync() =>
        Eventually.True(async () =>
            await TestId("recording")
            .EvaluateAsync<bool>("audio => !audio.paused && audio.currentTime > 0 && audio.src.startsWith('blob:')"), "sound");
}
