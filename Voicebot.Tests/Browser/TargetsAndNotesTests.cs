using System.Text.RegularExpressions;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>What figures should reach, and what happened on days: set on the page, seen on card, chart and paper.</summary>
[Collection(ThirdBrowserCollection.Name)]
public sealed class TargetsAndNotesTests(SharedBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task TargetAndNote_Set_AreSeenOnCardChartAndPaper()
    {
        await using var vendor = await VendorSimulator.StartAsync(Enumerable.Range(0, 40).Select<int, VendorConversation>(number =>
            new ConversationBuilder($"conv_{number}").At($"2026-11-0{2 + number % 8}T10:00:00Z")
                .Outcome(number < 10 ? "failure" : "success").Talks(1)));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync("2026-11-01", "2026-11-10");
        await OpenAsync(server, "?view=settings");
        Errors.Expect("api/targets");
        Errors.Expect("api/notes");

        await TestId("target-figure").SelectOptionAsync("conversion_rate");
        await TestId("target-value").FillAsync("120");
        await TestId("keep-target").ClickAsync();
        await Expect(TestId("target-value")).ToHaveAttributeAsync("aria-invalid", "true");
        await TestId("target-value").FillAsync("80,5 %");
        await TestId("target-value").PressAsync("Enter");
        await Expect(TestId("target-row")).ToContainTextAsync("Konwersja co najmniej 80,5% · Wszyscy agenci");

        await GoToAsync("dashboard");
        await Expect(TestId("kpi-conversion").GetByTestId("target")).ToHaveTextAsync("Cel 80,5%: brakuje 5,5 p.p.");
        await Expect(TestId("kpi-errors").GetByTestId("target")).ToHaveCountAsync(0);
        await Expect(TestId("lead-rate")).ToHaveAttributeAsync("aria-label",
            new Regex("Cel 80,5%: brakuje 5,5\\sp\\.p\\.", RegexOptions.None));

        await TestId("add-note").ClickAsync();
        await TestId("note-day").FillAsync("4.11.2026");
        await TestId("note-text").FillAsync("Pan z 501 000 123");
        await TestId("keep-note").ClickAsync();
        await Expect(TestId("note-text")).ToHaveAttributeAsync("aria-invalid", "true");
        await TestId("note-text").FillAsync("Nowy skrypt");
        await TestId("keep-note").ClickAsync();
        await Expect(TestId("day-note")).ToContainTextAsync("4 listopada: Nowy skrypt");
        await TestId("lead-surface").FocusAsync();
        foreach (var key in new[] { "Home", "ArrowRight", "ArrowRight", "ArrowRight" })
            await Page.Keyboard.PressAsync(key);
        await Expect(TestId("lead-surface")).ToHaveAttributeAsync("aria-valuetext",
            new Regex("notatka: 4\\slistopada: Nowy skrypt$", RegexOptions.None));

        await Page.EvaluateAsync("() => dispatchEvent(new Event('beforeprint'))");
        await Expect(TestId("report")).ToContainTextAsync("Konwersja. Cel 80,5%: brakuje 5,5 p.p.");
        await Expect(TestId("report")).ToContainTextAsync("cel 80,5%");
        await Expect(TestId("report")).ToContainTextAsync("4 listopada: Nowy skrypt");
        await Page.EvaluateAsync("() => dispatchEvent(new Event('afterprint'))");

        await TestId("day-note").GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();
        await Expect(TestId("note-text")).ToHaveValueAsync("Nowy skrypt");
        await TestId("remove-note").ClickAsync();
        await Expect(TestId("day-note")).ToHaveCountAsync(0);
        Assert.Equal(0, (await server.GetJsonAsync("api/notes")).GetProperty("notes").GetArrayLength());
    }

    [Fact]
    public async Task Target_ChangedByAnotherMeanwhile_IsNotOverwritten()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(vendor);
        await (await server.Http.PostJsonAsync("api/targets", new { figure = "error_rate", value = 5 })).JsonAsync(201);
        await OpenAsync(server, "?view=settings");
        await TestId("target-row").GetByRole(Microsoft.Playwright.AriaRole.Button).First.ClickAsync();
        await Expect(TestId("target-value")).ToHaveValueAsync("5");
        using (var body = new StringContent("""{"figure":"error_rate","value":7}""", null, "application/json"))
            (await server.Http.PutAsync("api/targets/1", body)).EnsureSuccessStatusCode();

        Errors.Expect("api/targets");
        await TestId("target-value").FillAsync("4");
        await TestId("keep-target").ClickAsync();

        await Expect(TestId("targets").GetByRole(Microsoft.Playwright.AriaRole.Alert)).ToContainTextAsync("Ktoś inny zmienił to");
        Assert.Equal(["7"], (await server.GetJsonAsync("api/targets")).GetProperty("targets").Texts("value"));
    }
}
