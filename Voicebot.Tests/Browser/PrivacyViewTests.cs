using Microsoft.Playwright;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>Masked numbers, retention, one person's data, backup and the audit log.</summary>
[Collection(ThirdBrowserCollection.Name)]
public sealed class PrivacyViewTests(SharedBrowser browser) : BrowserTest(browser)
{
    private const string Phone = "+48501000006";

    [Fact]
    public async Task Number_Masked_IsShownOnRequestAndRecorded()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        await OpenAsync(server, "?view=conversations&month=2026-10");
        await Expect(Page.Locator("[data-id=conv_in] .phones")).ToContainTextAsync("•");
        await Page.Locator("[data-id=conv_in]").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(TestId("client-phone")).ToContainTextAsync("•");

        await TestId("reveal").ClickAsync();
        await Expect(TestId("client-phone")).ToHaveTextAsync(Phone);
        await Expect(TestId("client-phone")).ToBeFocusedAsync();

        await Page.Keyboard.PressAsync("Escape");
        await GoToAsync("settings");
        await TestId("audit-log").Locator("summary").ClickAsync();
        await Expect(TestId("audit-log").Locator("tbody tr").First).ToContainTextAsync("Pokazanie numeru");
        await Expect(TestId("audit-log").Locator("tbody tr").First).ToContainTextAsync("conv_in");
    }

    [Fact]
    public async Task Settings_MaskingOffAndRetentionSet_AreStored()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        await OpenAsync(server, "?view=settings");
        await TestId("mask-phones").UncheckAsync();
        await TestId("retention_texts_days").FillAsync("400");
        await TestId("save-settings").ClickAsync();
        await Expect(Page.GetByText("Zapisano ustawienia")).ToBeVisibleAsync();

        var settings = await server.GetJsonAsync("api/settings");
        Assert.Equal(("False", 400, null),
            (settings.Text("mask_phones"), settings.Whole("retention_texts_days"), settings.Text("retention_phones_days")));
        await TestId("retention_texts_days").FillAsync("");
        await TestId("save-settings").ClickAsync();
        await Eventually.True(async () =>
            (await server.GetJsonAsync("api/settings")).Text("retention_texts_days") is null, "texts kept for good again");
    }

    [Fact]
    public async Task Erase_OfAPerson_CountsAsksAndErases()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        await OpenAsync(server, "?view=settings");
        await TestId("erase-count").ClickAsync();
        await Expect(TestId("person-data")).ToContainTextAsync("Wpisz numer telefonu albo id.");
        await TestId("person-subject").FillAsync("+48999999999");
        await TestId("erase-count").ClickAsync();
        await Expect(TestId("person-data")).ToContainTextAsync("Pod tym nic nie jest zapisane.");

        await TestId("person-subject").FillAsync(Phone);
        var copy = await Page.RunAndWaitForDownloadAsync(() => TestId("person-json").ClickAsync());
        Assert.Contains("conv_in", await File.ReadAllTextAsync(await copy.PathAsync()), StringComparison.Ordinal);
        await TestId("erase-count").ClickAsync();
        await Expect(TestId("erase-confirm")).ToHaveTextAsync("Usuń 1 rozmowę");
        await server.GetJsonAsync("api/conversations/conv_in"); // counting erases nothing
        await TestId("erase-confirm").ClickAsync();

        await Expect(TestId("person-data")).ToContainTextAsync("Usunięto 1 rozmowę");
        await server.Http.GetProblemAsync("api/conversations/conv_in", 404, "not_found");
    }

    [Fact]
    public async Task Erase_RefusedByTheServer_MarksTheField()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        Errors.Expect("/api/erase");
        await OpenAsync(server, "?view=settings");
        await TestId("person-subject").FillAsync("12");
        await TestId("erase-count").ClickAsync();
        await Expect(TestId("person-subject")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(TestId("person-subject")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Backup_Downloaded_IsADatabase()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        await OpenAsync(server, "?view=settings");
        var download = await Page.RunAndWaitForDownloadAsync(() => TestId("backup").ClickAsync());
        Assert.StartsWith("SQLite format 3",
            System.Text.Encoding.ASCII.GetString((await File.ReadAllBytesAsync(await download.PathAsync()))[..15]),
            StringComparison.Ordinal);
    }
}
