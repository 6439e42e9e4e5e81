using Microsoft.Playwright;

namespace Voicebot.Tests.Browser;

/// <summary>One Chromium for all tests of the page; each test has a context, and so a storage, of its own.</summary>
public sealed class SharedBrowser : IAsyncLifetime
{
    private static readonly string[] UsualPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (FindExecutable() is not { } executable)
            return;
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(15_000);
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = executable, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A new context. Without a browser the test is skipped; on a build server, which must have one, it fails.</summary>
    public Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options)
    {
        if (browser is not null)
            return browser.NewContextAsync(options);
        const string Missing =
            "No browser was found for the tests of the page. Install the package chromium (apt-get install chromium), or name a Chromium "
            + "or Chrome in VOICEBOT_CHROMIUM.";
        Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") is null or "", Missing);
        throw new FileNotFoundException(Missing);
    }

    private static string? FindExecutable() =>
        UsualPlaces.Prepend(Environment.GetEnvironmentVariable("VOICEBOT_CHROMIUM") ?? "").FirstOrDefault(File.Exists);
}
