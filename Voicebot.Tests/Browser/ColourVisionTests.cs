using Microsoft.Playwright;

namespace Voicebot.Tests.Browser;

/// <summary>Failure, unknown and success are told apart by every kind of eye, on the screen in either theme and on paper.</summary>
[Collection(SecondBrowserCollection.Name)]
public sealed class ColourVisionTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    private const double Apart = 13;

    [Theory]
    [InlineData(Media.Screen, ColorScheme.Light)]
    [InlineData(Media.Screen, ColorScheme.Dark)]
    [InlineData(Media.Print, ColorScheme.Light)]
    [InlineData(Media.Print, ColorScheme.Dark)]
    public async Task Outcomes_SeenByEveryKindOfEye_LookApart(Media media, ColorScheme theme)
    {
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
        await Page.EmulateMediaAsync(new() { Media = media, ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
        if (media == Media.Print)
            await Expect(Page.Locator(".report-sheet .bar-failure").First).ToBeVisibleAsync();

        string[] names = ["failure", "unknown", "success"];
        var colours = await Page.EvaluateAsync<int[][]>(
            """
            names => names.map(name => {
              const pixel = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
              const node = document.body.appendChild(document.createElement("i"));
              node.style.color = `var(--data-${name})`;
              pixel.fillStyle = getComputedStyle(node).color;
              node.remove();
              pixel.fillRect(0, 0, 1, 1);
              return [...pixel.getImageData(0, 0, 1, 1).data].slice(0, 3);
            })
            """, names);

        foreach (var (eyes, matrix) in ColourVision.Kinds)
            foreach (var (one, other) in new[] { (0, 1), (0, 2), (1, 2) })
            {
                var distance = ColourVision.Distance(colours[one], colours[other], matrix);
                TestContext.Current.TestOutputHelper?.WriteLine($"{eyes}: {names[one]} and {names[other]} {distance:0.0} apart");
                Assert.True(distance >= Apart, $"{eyes}: {names[one]} and {names[other]} are only {distance:0.0} apart");
            }
    }
}
