using Microsoft.Playwright;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>One Chromium for many tests of the page; each test has a context, and so a storage, of its own.</summary>
public sealed class SharedBrowser : IAsyncLifetime
{
    /// <summary>The one without windows goes first: it draws a page with a third of the work.</summary>
    private static readonly string[] UsualPlaces =
        ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync"];

    /// <summary>Milliseconds for one step of a page on a machine with much else to do.</summary>
    public const int LongestStep = 60_000;

    private static readonly Lock Installation = new();

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(LongestStep);
        if (FindExecutable() is { } executable)
            browser = await playwright.Chromium.LaunchAsync(
                new BrowserTypeLaunchOptions { ExecutablePath = executable, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A new context; without a browser the test is skipped.</summary>
    public Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options)
    {
        NeededPart.Require(
            browser is not null,
            "No browser was found for the tests of the page. Install one (Debian: apt-get install chromium; elsewhere: pwsh "
                + "Voicebot.Tests/bin/Debug/net10.0/playwright.ps1 install chromium), or name a Chromium or Chrome in VOICEBOT_CHROMIUM.");
        return browser!.NewContextAsync(options);
    }

    /// <summary>
    /// The system's own, or the one that Playwright keeps; where packages do not come by apt, Playwright is asked to fetch it.
    /// </summary>
    private string? FindExecutable()
    {
        var own = playwright!.Chromium.ExecutablePath;
        var found = UsualPlaces.Prepend(Environment.GetEnvironmentVariable("VOICEBOT_CHROMIUM") ?? "").Append(own)
            .FirstOrDefault(File.Exists);
        if (found is not null || File.Exists("/usr/bin/apt-get"))
            return found;
        lock (Installation)
            Microsoft.Playwright.Program.Main(["install", "chromium"]);
        return File.Exists(own) ? own : null;
    }
}
