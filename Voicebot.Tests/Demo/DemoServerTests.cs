using System.Text.Json;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Demo;

/// <summary>The demo as a user starts it: nothing is configured, and everything is filled in.</summary>
public sealed class DemoServerTests(DemoServerTests.DemoServer demo) : IClassFixture<DemoServerTests.DemoServer>
{
    [Fact]
    public async Task Start_Demo_FillsSixMonths()
    {
        Assert.Equal("""{"months":["2026-11","2026-10","2026-09","2026-08","2026-07","2026-06"]}""",
            (await demo.Server.GetJsonAsync("api/months")).GetRawText());
        Assert.InRange((await demo.Server.GetJsonAsync("api/conversations?per_page=1")).Whole("total"), 4_000, 5_500);
    }

    [Fact]
    public async Task Start_Demo_SynchronisesEveryAgentWithoutAFailure()
    {
        var runs = (await demo.Server.GetJsonAsync("api/sync-logs")).EnumerateArray().ToList();
        Assert.Equal(3, runs.Count);
        Assert.All(runs, run =>
            Assert.Equal(("completed", 0, "2026-06-01"), (run.Text("status"), run.Whole("details_failed"), run.Text("period_from"))));
    }

    [Theory]
    [InlineData("month=2026-10")]
    [InlineData("month=2026-06")]
    [InlineData("")]
    public async Task GetKpis_Demo_HasEveryFigure(string query)
    {
        var kpis = await demo.Server.GetJsonAsync("api/kpis?" + query);
        var empty = kpis.EnumerateObject()
            .Where(figure => figure.Value.ValueKind is JsonValueKind.Null || figure.Value.ToString() is "0" or "[]")
            .Select(figure => figure.Name)
            .Except(["agent_id", "previous", "previous_trends", "comparison", "month", "from", "to", "in_progress_count",
                "as_of_without"]);
        Assert.Empty(empty);
        Assert.All(kpis.GetProperty("rating_distribution").EnumerateObject(), stars => Assert.NotEqual(0, stars.Value.GetInt32()));
        Assert.All(kpis.GetProperty("criteria_stats").EnumerateArray(), criterion => Assert.NotNull(criterion.Text("pass_rate")));
        // So few dials fail that a month may have none.
        Assert.All(kpis.GetProperty("outbound_funnel").EnumerateObject()
            .Where(stage => query.Length == 0 || stage.Name != "failed"), stage => Assert.NotEqual(0, stage.Value.GetInt32()));
    }

    [Fact]
    public async Task GetKpis_Demo_NamesEveryCriterion()
    {
        var criteria = (await demo.Server.GetJsonAsync("api/kpis")).GetProperty("criteria_stats");
        Assert.All(criteria.EnumerateArray(), criterion => Assert.NotNull(criterion.Text("display_name")));
        Assert.Contains("Weryfikacja tożsamości", criteria.Texts("display_name"));
        Assert.Contains("Question answered", criteria.Texts("display_name"));
    }

    [Fact]
    public async Task Start_Demo_ArchivesTheLastMonthOfEveryAgent()
    {
        var archives = await demo.Server.GetJsonAsync("api/archives");
        Assert.Equal(["2026-10", "2026-10", "2026-10"], archives.Texts("month"));
        Assert.Equal((await demo.Server.GetJsonAsync("api/conversations?month=2026-10&per_page=1"))
            .Whole("total"), archives.EnumerateArray().Sum(archive => archive.Whole("records_count")));
    }

    [Fact]
    public async Task GetSettings_Demo_SaysSo()
    {
        var settings = await demo.Server.GetJsonAsync("api/settings");
        Assert.Equal(("True", "Europe/Warsaw"), (settings.Text("demo"), settings.Text("time_zone")));
        Assert.Equal("True", (await demo.Server.GetJsonAsync("api/health")).Text("demo"));
    }

    [Fact]
    public void Start_Demo_LeavesTheRealDataAlone() =>
        Assert.Equal(["demo"], Directory.GetFileSystemEntries(demo.Server.DataFolder).Select(Path.GetFileName));

    public sealed class DemoServer : IAsyncLifetime
    {
        private VoicebotServer? server;

        public VoicebotServer Server => server!;

        public async ValueTask InitializeAsync()
        {
            server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Demo = true });
            await Eventually.True(async () =>
                (await server.GetJsonAsync("api/archives")).GetArrayLength() == 3, "the archives, which come last");
        }

        public async ValueTask DisposeAsync()
        {
            if (server is not null)
                await server.DisposeAsync();
        }
    }
}
