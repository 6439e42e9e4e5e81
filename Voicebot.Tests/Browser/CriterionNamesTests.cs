using Microsoft.Playwright;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>A criterion is shown under the name that people gave it; without one its id is made readable. Addresses keep the id.</summary>
public sealed class CriterionNamesTests(SharedBrowser browser) : BrowserTest(browser)
{
    private const string Named = "Uprzejmość wobec klienta";

    [Fact]
    public async Task Criterion_WithAName_IsShownUnderItEverywhere()
    {
        await using var vendor =
            await VendorSimulator.StartAsync(new ConversationBuilder("conv_1").At("2026-10-05T10:00:00Z").Criterion("polite_v2", "failure")
                .Criterion("case_solved", "success"));
        vendor.Criteria["agent_one"] = [("polite_v2", Named)];
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncOneAsync();
        await Eventually.True(async () => (await server.GetJsonAsync("api/kpis")).GetProperty("criteria_stats").Texts("display_name")
            .Contains(Named), "the names");

        await OpenAsync(server, "?month=2026-10");
        await Expect(TestId("kpi-scoring").Locator("dt").Last).ToHaveTextAsync("Najsłabsze: " + Named);
        await GoToAsync("criteria");
        await Expect(TestId("criterion-pick")).ToHaveTextAsync([Named, "Case solved"]);
        await TestId("criterion-row").First.Locator("td a").First.ClickAsync();

        await ExpectQueryAsync("criterion", "polite_v2:failure");
        await AssertListAsync();
        await Page.ReloadAsync();
        await AssertListAsync();
        await TestId("column-chooser").ClickAsync();
        await Page.Locator(".column-choices").GetByLabel("Kryteria", new() { Exact = true }).CheckAsync();
        await Expect(Page.Locator("thead .criterion")).ToHaveTextAsync(["Case solved", Named]);
        await Expect(TestId("conversation-row").GetByRole(AriaRole.Img, new() { Name = Named + ": niespełnione" })).ToBeVisibleAsync();
        await TestId("conversation-row").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(TestId("conversation-drawer").Locator(".criterion-name"))
            .ToHaveTextAsync([Named + " niespełnione", "Case solved spełnione"]);
        await Page.Keyboard.PressAsync("Escape");

        await TestId("filter-chip").GetByRole(AriaRole.Button).First.ClickAsync();
        await TestId("filter-criterion").SelectOptionAsync(new SelectOptionValue { Label = "Case solved" });
        await ExpectQueryAsync("criterion", "case_solved:failure");
        await Expect(TestId("filter-chip")).ToHaveTextAsync("Case solved: niespełnione");
        await ExpectListedAsync(0);
        await TestId("filter-done").ClickAsync();
        await TestId("filter-remove").ClickAsync();
        await ExpectListedAsync(1);
    }

    [Fact]
    public async Task Criterion_OfAnEmptyList_IsNamedAllTheSame()
    {
        await using var vendor =
            await VendorSimulator.StartAsync(new ConversationBuilder("conv_1").At("2026-10-05T10:00:00Z")
                .Criterion("polite_v2", "success"));
        vendor.Criteria["agent_one"] = [("polite_v2", Named)];
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncOneAsync();
        await Eventually.True(async () => (await server.GetJsonAsync("api/kpis")).GetProperty("criteria_stats").Texts("display_name")
            .Contains(Named), "the names");

        await OpenAsync(server, "?view=conversations&month=2026-10&criterion=polite_v2:failure");

        await ExpectListedAsync(0);
        await AssertListAsync();
    }

    [Fact]
    public async Task Name_ComingAfterTheRun_IsShownWithoutBeingAskedFor()
    {
        var watched = new TaskCompletionSource();
        await using var vendor =
            await VendorSimulator.StartAsync(new ConversationBuilder("conv_1").At("2026-11-05T10:00:00Z")
                .Criterion("polite_v2", "failure"));
        vendor.Criteria["agent_one"] = [("polite_v2", Named)];
        vendor.OnList(VendorFaults.Held(watched.Task));
        vendor.OnAgent("agent_one", VendorFaults.Late(TimeSpan.FromSeconds(3)));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await OpenAsync(server, "?view=sync");
        await TestId("sync-now").ClickAsync();
        await Expect(TestId("live-run")).ToHaveCountAsync(1);
        await GoToAsync("criteria");
        await Expect(Page.Locator(".notice-empty")).ToBeVisibleAsync();

        watched.SetResult();

        await Expect(TestId("criterion-pick")).ToHaveTextAsync(Named);
    }

    private async Task AssertListAsync()
    {
        await Expect(TestId("filter-chip")).ToHaveTextAsync(Named + ": niespełnione");
        await Expect(TestId("filter-criterion").Locator("option:checked")).ToHaveTextAsync(Named);
    }
}
