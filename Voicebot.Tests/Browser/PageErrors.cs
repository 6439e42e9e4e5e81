using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Voicebot.Tests.Browser;

/// <summary>What a page complained about: console errors, uncaught exceptions, violations of its content security policy.</summary>
public sealed class PageErrors
{
    private readonly ConcurrentQueue<string> seen = new();
    private readonly ConcurrentQueue<string> expectedPaths = new();
    private volatile bool stopped;

    public static async Task<PageErrors> WatchAsync(IPage page)
    {
        var errors = new PageErrors();
        page.PageError += (_, error) => errors.seen.Enqueue("uncaught: " + error);
        page.Console += (_, message) => errors.Hear(message);
        await page.ExposeFunctionAsync<string, bool>("reportViolation", violation =>
        {
            errors.seen.Enqueue("content security policy: " + violation);
            return true;
        });
        await page.AddInitScriptAsync(
            "document.addEventListener('securitypolicyviolation', (event) => reportViolation(`${event.violatedDirective} "
            + "${event.blockedURI}`));");
        return errors;
    }

    /// <summary>From now on requests whose address holds this may be refused; Chromium notes each in the console.</summary>
    public void Expect(string path) => expectedPaths.Enqueue(path);

    /// <summary>What comes from now on does not count.</summary>
    public void Stop() => stopped = true;

    public void AssertNone() => Assert.True(seen.IsEmpty, "The page complained: " + string.Join(Environment.NewLine, seen));

    private void Hear(IConsoleMessage message)
    {
        if (stopped || message.Type != "error")
            return;
        var expected = message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)
            && expectedPaths.Any(message.Location.Contains);
        if (!expected)
            seen.Enqueue($"console: {message.Text} ({message.Location})");
    }
}
