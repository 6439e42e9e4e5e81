using System.Text.RegularExpressions;

namespace Voicebot.Tests.Browser;

/// <summary>Language, theme and refreshing.</summary>
public sealed partial class AppearanceTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    [Fact]
    public async Task Language_Switched_ChangesTextsNumbersAndLangAttributeForGood()
    {
        var rate = PolishText.Percent(await demo.KpisAsync());
        await OpenAsync(demo.Server, "?month=2026-10");
        var title = TestId("kpi-conversion").Locator("h2");
        var value = TestId("kpi-conversion").Locator(".kpi-value");
        await Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", "pl");
        await Expect(title).ToHaveTextAsync("Konwersja");
        await Expect(value).ToHaveTextAsync(rate);

        await TestId("language").ClickAsync();
        await Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(title).ToHaveTextAsync("Conversion");
        await Expect(value).ToHaveTextAsync(rate.Replace(',', '.'));
        await Expect(TestId("language")).ToBeFocusedAsync();
        Assert.Equal("Dashboard – Voicebot Dashboard", await Page.TitleAsync());

        await Page.ReloadAsync();
        await Expect(title).ToHaveTextAsync("Conversion");

        await TestId("language").ClickAsync();
        await Expect(title).ToHaveTextAsync("Konwersja");
        await Expect(value).ToHaveTextAsync(rate);
    }

    [Fact]
    public async Task Theme_Switched_ChangesTheColoursForGood()
    {
        await OpenAsync(demo.Server, "?month=2026-10");
        var theme = TestId("theme");
        await Expect(theme).ToHaveTextAsync("Motyw: systemowy");
        await theme.ClickAsync();
        await Expect(theme).ToHaveTextAsync("Motyw: jasny");
        var light = await BackgroundAsync();

        await theme.ClickAsync();
        await Expect(Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        var dark = await BackgroundAsync();
        Assert.True(Brightness(light) > 200 && Brightness(dark) < 60, $"light is {light}, dark is {dark}");

        await Page.ReloadAsync();
        await Expect(theme).ToHaveTextAsync("Motyw: ciemny");
        Assert.Equal(dark, await BackgroundAsync());
    }

    [Fact]
    public async Task Refresh_Clicked_AsksTheServerAgain()
    {
        await OpenAsync(demo.Server, "?month=2026-10");
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);

        var answer = await Page.RunAndWaitForResponseAsync(() => TestId("refresh").ClickAsync(),
            response => response.Url.Contains("/api/kpis?"));

        Assert.Equal(200, answer.Status);
        await Expect(Page.Locator("[role=status]").Filter(new() { HasText = "Dane są aktualne" })).ToHaveCountAsync(1);
    }

    private Task<string> BackgroundAsync() =>
        Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor");

    private static double Brightness(string color) => Digits().Matches(color).Take(3).Average(match => int.Parse(match.Value));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
