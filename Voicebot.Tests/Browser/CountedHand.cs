using Microsoft.Playwright;

namespace Voicebot.Tests.Browser;

/// <summary>The one way in which an analyst's task touches the page: each click of the mouse and each chord of keys is counted.</summary>
internal sealed class CountedHand(IPage page)
{
    private readonly List<string> steps = [];

    public Task ClickAsync(ILocator target)
    {
        steps.Add($"click {target}");
        return target.ClickAsync();
    }

    /// <summary>A click at a place of the page, as on a day of a chart.</summary>
    public Task ClickAsync(double x, double y)
    {
        steps.Add($"click at {x:0}, {y:0}");
        return page.Mouse.ClickAsync((float)x, (float)y);
    }

    /// <summary>A click that saves a file.</summary>
    public Task<IDownload> SaveAsync(ILocator target) => page.RunAndWaitForDownloadAsync(() => ClickAsync(target));

    /// <summary>Whether the task took at least one touch and no more than it may.</summary>
    public void AssertAtMost(int most)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{steps.Count} of {most}: {string.Join("; ", steps)}");
        Assert.True(steps.Count >= 1 && steps.Count <= most, $"{steps.Count} clicks, {most} allowed: {string.Join("; ", steps)}");
    }
}
