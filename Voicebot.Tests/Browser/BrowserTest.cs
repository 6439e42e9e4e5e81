using System.Globalization;
using Microsoft.Playwright;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>
/// A test with a page of its own, by default of a Polish reader far from the reporting zone.
/// Every test fails that leaves an error behind on its page.
/// </summary>
[Collection(BrowserCollection.Name)]
public abstract class BrowserTest(SharedBrowser browser) : IAsyncLifetime
{
    private IBrowserContext? context;
    private PageErrors? errors;

    protected IPage Page { get; private set; } = null!;
    protected PageErrors Errors => errors!;
    protected IBrowserContext Context => context!;
    /// <summary>For what the product itself takes its time for.</summary>
    protected static LocatorAssertionsToBeVisibleOptions AtLast => new() { Timeout = (float)Eventually.LongestWait.TotalMilliseconds };

    protected virtual string Locale => "pl-PL";
    protected virtual ViewportSize Viewport => new() { Width = 1280, Height = 900 };

    public virtual async ValueTask InitializeAsync()
    {
        context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = Locale,
            ViewportSize = Viewport,
            TimezoneId = "America/Los_Angeles",
            ReducedMotion = ReducedMotion.Reduce, // charts are then drawn at once
        });
        context.SetDefaultTimeout(SharedBrowser.LongestStep);
        Page = await context.NewPageAsync();
        errors = await PageErrors.WatchAsync(Page);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (context is not null)
            await context.DisposeAsync();
        errors?.AssertNone();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens an address of the dashboard, with the server's idea of the time.</summary>
    protected async Task OpenAsync(VoicebotServer server, string query = "")
    {
        // A server of the test's own goes before its page does.
        server.Leaving += Errors.Stop;
        var clock = (TimeProvider)server.Services.GetService(typeof(TimeProvider))!;
        await Page.Clock.SetFixedTimeAsync(clock.GetUtcNow().UtcDateTime);
        await Page.GotoAsync(new Uri(server.Http.BaseAddress!, "/" + query).ToString());
    }

    protected ILocator TestId(string id) => Page.GetByTestId(id);

    protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    /// <summary>Opens a view by the navigation; on a telephone some are behind "more".</summary>
    protected async Task GoToAsync(string view)
    {
        var link = TestId("tab-" + view);
        await Expect(Page.Locator("nav .nav-link").First).ToBeVisibleAsync();
        if (!await link.IsVisibleAsync() && await TestId("more-button").IsVisibleAsync())
            await TestId("more-button").ClickAsync();
        await link.ClickAsync();
    }

    /// <summary>Unfolds what a button holds, unless it is unfolded.</summary>
    protected async Task UnfoldAsync(string button)
    {
        if (await TestId(button).GetAttributeAsync("aria-expanded") != "true")
            await TestId(button).ClickAsync();
    }

    protected async Task PickMonthAsync(string month)
    {
        await UnfoldAsync("period-picker");
        await TestId("month-picker").SelectOptionAsync(month);
    }

    /// <summary>Waits until the address holds the parameter with this value, or no longer holds it.</summary>
    protected Task ExpectQueryAsync(string name, string? value) =>
        Eventually.True(() => System.Web.HttpUtility.ParseQueryString(new Uri(Page.Url).Query)[name] == value,
            $"{name}={value} in {Page.Url}");

    /// <summary>The total that the conversation list shows, once it shows the expected one.</summary>
    protected Task ExpectListedAsync(long total) =>
        Expect(Page.Locator(".list-total")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex($"^{PolishText.Count(total)} rozm"));

    /// <summary>The ids of the rows that the conversation list shows.</summary>
    protected async Task<IReadOnlyList<string?>> RowIdsAsync() =>
        await TestId("conversation-row").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.id)");

    /// <summary>The text of each link to a list, and what that list asks the API for.</summary>
    protected async Task<IReadOnlyList<(string Text, string Query)>> LinksAsync(string selector)
    {
        var links = await Page.Locator(selector).EvaluateAllAsync<string[][]>("links => links.map(link => [link.innerText, link.search])");
        return [.. links.Select(link =>
            (PolishText.Plain(link[0]),
                link[1].Replace("?view=conversations&", "", StringComparison.Ordinal)
                .Replace("agent=", "agent_id=", StringComparison.Ordinal)))];
    }

    protected Task ExpectRowsAsync(IReadOnlyList<string?> ids) =>
        Eventually.True(async () => ids.SequenceEqual(await RowIdsAsync()),
            "the rows " + string.Join(", ", ids.Take(3)) + " …, " + ids.Count.ToString(CultureInfo.InvariantCulture));
}
