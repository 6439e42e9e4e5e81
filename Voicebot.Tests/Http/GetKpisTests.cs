using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

/// <summary>The shape of the answer; SyncRecountTests count the figures again.</summary>
public sealed class GetKpisTests(SeededServer seeded)
{
    /// <summary>From its first instant in the reporting zone to its last: Warsaw's first of October begins at 22:00 UTC.</summary>
    [Theory]
    [InlineData("2026-09-30", 0)]
    [InlineData("2026-10-01", 2)]
    [InlineData("2026-10-06", 1)]
    public async Task Get_PeriodOfOneDay_IsThatDay(string day, int total)
    {
        var kpis = await seeded.Server.GetJsonAsync($"api/kpis?from={day}&to={day}");
        Assert.Equal((total, day, day), (kpis.Whole("total_conversations"), kpis.Text("from"), kpis.Text("to")));
        Assert.Equal([day], kpis.GetProperty("daily_trends").Texts("date"));
        Assert.Equal(total, (await seeded.Server.GetJsonAsync($"api/conversations?from={day}&to={day}")).Whole("total"));
    }

    [Fact]
    public async Task Get_Month_CountsTheMonthInTheReportingZone()
    {
        var kpis = await seeded.Server.GetJsonAsync("api/kpis?month=2026-10");
        Assert.Equal(("2026-10", "2026-10-01", "2026-10-31", "Europe/Warsaw"),
            (kpis.Text("month"), kpis.Text("from"), kpis.Text("to"), kpis.Text("time_zone")));
        Assert.Null(kpis.Text("agent_id"));
        Assert.Equal((8, 7, 1), (kpis.Whole("total_conversations"), kpis.Whole("finished_count"), kpis.Whole("in_progress_count")));
        Assert.Equal((4, 1, 2, 57.14),
            (kpis.Whole("successful_count"), kpis.Whole("failed_count"), kpis.Whole("unknown_count"),
                kpis.GetProperty("conversion_rate").GetDouble()));
        Assert.Equal(31, kpis.GetProperty("daily_trends").GetArrayLength());
        Assert.Equal("""{"id":"polite","name":"polite","display_name":null,"pass":1,"fail":1,"unknown":1,"total":3,"pass_rate":50"""
            + ""","pass_rate_low":9.45,"pass_rate_high":90.55}""", kpis.GetProperty("criteria_stats")[0].GetRawText());
        Assert.Equal("""{"1":0,"2":1,"3":0,"4":0,"5":1}""", kpis.GetProperty("rating_distribution").GetRawText());
        Assert.EndsWith("+01:00", kpis.Text("as_of"), StringComparison.Ordinal);
        Assert.Null(kpis.Text("previous"));
    }

    [Fact]
    public async Task Get_NothingThere_AnswersNullsNotZeros()
    {
        var kpis = await seeded.Server.GetJsonAsync("api/kpis?month=2025-01");
        Assert.Equal(0, kpis.Whole("total_conversations"));
        string[] unknown = ["conversion_rate", "connection_rate", "avg_duration_secs", "min_duration_secs", "median_duration_secs",
            "p95_duration_secs", "transfer_rate",
            "dropout_rate", "avg_bot_messages", "total_cost", "avg_cost_per_session", "total_cost_usd", "avg_cost_usd", "error_rate",
            "avg_rating"];
        Assert.All(unknown, name => Assert.Null(kpis.Text(name)));
        Assert.Empty(kpis.GetProperty("criteria_stats").EnumerateArray());
        Assert.Equal(31, kpis.GetProperty("daily_trends").GetArrayLength());
    }

    [Theory]
    [InlineData("month=2026-10", "2026-09-01", "2026-09-30", 1)]
    [InlineData("from=2026-10-04&to=2026-10-06", "2026-10-01", "2026-10-03", 4)]
    public async Task Get_ComparePrevious_AddsThePeriodBefore(string period, string from, string to, int total)
    {
        var previous = (await seeded.Server.GetJsonAsync($"api/kpis?{period}&compare=previous")).GetProperty("previous");
        Assert.Equal((from, to, total), (previous.Text("from"), previous.Text("to"), previous.Whole("total_conversations")));
        Assert.False(previous.TryGetProperty("daily_trends", out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&to=2026-10-04")]
    public async Task Get_ComparePreviousOfAnOpenPeriod_HasNone(string period) =>
        Assert.Null((await seeded.Server.GetJsonAsync($"api/kpis?compare=previous{period}")).Text("previous"));

    [Fact]
    public async Task Get_OneAgent_CountsOnlyIts()
    {
        var kpis = await seeded.Server.GetJsonAsync("api/kpis?agent_id=agent_two");
        Assert.Equal(("agent_two", 1, 1), (kpis.Text("agent_id"), kpis.Whole("total_conversations"), kpis.Whole("agent_handover_count")));
    }

    [Fact]
    public async Task Get_Hours_AreLocal()
    {
        var hours = (await seeded.Server.GetJsonAsync("api/kpis?from=2026-10-01&to=2026-10-01")).GetProperty("hourly_volume");
        Assert.Equal("""[{"weekday":4,"hour":0,"total":1},{"weekday":4,"hour":10,"total":1}]""", hours.GetRawText());
    }
}
