using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Voicebot.Tests.Browser;

/// <summary>
/// What stands in the way is said above every view, once, with the one thing to do. The server's answer is replaced: a test cannot fill a
/// disk.
/// </summary>
[Collection(ThirdBrowserCollection.Name)]
public sealed class ProblemBannerTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    private ILocator Banner => TestId("problem-banner");

    [Fact]
    public async Task Problem_OnEveryView_SaysWhatSinceWhenAndWhatToDo()
    {
        await TellAsync(Problem("elevenlabs_key_refused", "error", "open_settings_key", "2026-11-20T03:00:00+01:00"));
        foreach (var (view, content) in Views.ContentOf)
        {
            await OpenAsync(demo.Server, $"?view={view}&month=2026-10");
            await Expect(Page.Locator(content).First).ToBeVisibleAsync();
            await Expect(Banner).ToContainTextAsync("ElevenLabs odrzucił klucz API");
            await Expect(Banner).ToContainTextAsync("20.11.2026");
            await Expect(Banner.Locator("a, button")).ToHaveCountAsync(1);
        }
        await OpenAsync(demo.Server);
        await Banner.GetByRole(AriaRole.Link, new() { Name = "Sprawdź klucz" }).ClickAsync();
        await Expect(TestId("api-key")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Problems_Several_AreOneNoticeThatLeadsToTheOthers()
    {
        await TellAsync(Problem("disk_full", "error", "free_disk"), Problem("erasure_unfinished", "error", "wait"),
            Problem("circuit_open", "advice", "wait"));
        await OpenAsync(demo.Server, "?month=2026-10");
        await Expect(Banner).ToHaveCountAsync(1);
        await Expect(Banner).ToContainTextAsync("Dysk jest pełny");
        await Expect(Banner.GetByRole(AriaRole.Button, new() { Name = "Sprawdź ponownie" })).ToBeVisibleAsync();

        await TestId("more-problems").ClickAsync();
        await ExpectQueryAsync("view", "sync");
    }

    [Fact]
    public async Task Agent_UnknownToTheVendor_IsRetiredInTheSettings()
    {
        await TellAsync(Problem("elevenlabs_agent_not_found", "error", "retire_agent"));
        await OpenAsync(demo.Server, "?month=2026-10");
        await Banner.GetByRole(AriaRole.Link, new() { Name = "Wycofaj agenta" }).ClickAsync();
        await Expect(TestId("retire-agent").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Problem_Gone_IsNoLongerSaidAfterALook()
    {
        await TellAsync(Problem("disk_full", "error", "free_disk"));
        await OpenAsync(demo.Server, "?month=2026-10");
        await Expect(Banner).ToBeVisibleAsync();
        await Page.UnrouteAllAsync();
        await TellAsync();

        await Banner.GetByRole(AriaRole.Button).ClickAsync();

        await Expect(Banner).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Problem_OfAnUnknownKind_IsSaidInTheServersWords()
    {
        await TellAsync(Problem("constructor", "error", "__proto__"));
        await OpenAsync(demo.Server, "?month=2026-10");
        await Expect(Banner).ToContainTextAsync("In the server's words.");
        await Expect(Banner.GetByRole(AriaRole.Button)).ToHaveTextAsync("Sprawdź ponownie");
    }

    private static JsonObject Problem(string code, string severity, string action, string? since = null) => new()
    {
        ["code"] = code,
        ["severity"] = severity,
        ["detail"] = "In the server's words.",
        ["agent_id"] = null,
        ["since"] = since,
        ["remedy"] = new JsonObject { ["action"] = action, ["params"] = new JsonObject() },
    };

    private Task TellAsync(params JsonObject[] problems) => Page.RouteAsync("**/api/health", async route =>
    {
        var answer = await route.FetchAsync();
        var health = JsonNode.Parse(await answer.TextAsync())!.AsObject();
        health["problems"] = new JsonArray([.. problems.Select(problem => problem.DeepClone())]);
        await route.FulfillAsync(new() { Response = answer, Body = health.ToJsonString() });
    });
}
