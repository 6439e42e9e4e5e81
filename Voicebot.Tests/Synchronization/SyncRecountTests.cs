using System.Text.Json;
using Dapper;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Synchronization;

/// <summary>After a synchronisation of everything that the vendor is known to send, every figure equals an independent recount.</summary>
public sealed class SyncRecountTests(HostileServer hostile) : IClassFixture<HostileServer>
{
    private static readonly TimeZoneInfo Warsaw = TimeZoneInfo.FindSystemTimeZoneById("Europe/Warsaw");
    private readonly IReadOnlyList<VendorConversation> mix = hostile.Mix;
    private readonly VoicebotServer server = hostile.Server;

    [Fact]
    public async Task Sync_HostileMix_StoresExactlyTheVendorsConversations()
    {
        Assert.All(hostile.FirstRuns, run => Assert.Equal("completed", run.Text("status")));
        Assert.Equal(mix.Count, hostile.FirstRuns.Sum(run => run.Whole("new_count")));
        var stored = server.Database.Read(connection =>
            connection.Query<string>("SELECT conversation_id FROM conversations ORDER BY conversation_id").ToList());
        Assert.Equal(mix.Select(one => one.Id), stored);
        Assert.Equal(mix.Count, (await server.GetJsonAsync("api/conversations?per_page=1")).Whole("total"));
    }

    [Theory]
    [InlineData("", "2026-09-01", "2026-10-31", null)]
    [InlineData("month=2026-09", "2026-09-01", "2026-09-30", null)]
    [InlineData("month=2026-10", "2026-10-01", "2026-10-31", null)]
    [InlineData("from=2026-09-20&to=2026-10-10", "2026-09-20", "2026-10-10", null)]
    [InlineData("from=2026-10-25&to=2026-10-25", "2026-10-25", "2026-10-25", null)]
    [InlineData("agent_id=agent_two", "2026-09-01", "2026-10-31", "agent_two")]
    [InlineData("agent_id=agent_three&month=2026-10", "2026-10-01", "2026-10-31", "agent_three")]
    public async Task GetKpis_Period_EqualsTheRecount(string query, string from, string to, string? agent)
    {
        var (first, last) = (DateOnly.Parse(from, null), DateOnly.Parse(to, null));
        var counted = Facts(first, last, agent);
        var kpis = await server.GetJsonAsync("api/kpis?" + query);
        AssertFigures(KpiRecount.Figures(counted), kpis);
        Assert.Equal(KpiRecount.Criteria(counted).ToJsonString(), JsonSerializer.Serialize(kpis.GetProperty("criteria_stats")));
        Assert.Equal(
            KpiRecount.Funnel(counted).OrderBy(stage => stage.Key),
            kpis.GetProperty("outbound_funnel").EnumerateObject().Select(stage => KeyValuePair.Create(stage.Name, stage.Value.GetInt64()))
                .OrderBy(stage => stage.Key));
        Assert.Equal(KpiRecount.Hours(counted), kpis.GetProperty("hourly_volume").EnumerateArray()
            .Select(cell => ((int)cell.Whole("weekday"), (int)cell.Whole("hour"), (int)cell.Whole("total"))));
        Assert.Equal(KpiRecount.Stars(counted), kpis.GetProperty("rating_distribution").EnumerateObject()
            .ToDictionary(stars => stars.Name, stars => stars.Value.GetInt32()));

        // All time begins and ends with the first and last day that have any.
        var days = query.Contains("month", StringComparison.Ordinal) || query.Contains("from", StringComparison.Ordinal)
            ? KpiRecount.Days(counted, first, last)
            : KpiRecount.Days(counted, DateOnly.FromDateTime(counted.Min(one => one.Local)),
                DateOnly.FromDateTime(counted.Max(one => one.Local)));
        Assert.Equal(days, kpis.GetProperty("daily_trends").EnumerateArray()
            .Select(day => (day.Text("date")!, (IReadOnlyList<double?>)[.. day.EnumerateObject().Skip(1).Select(Value)])));
    }

    /// <summary>Without any of a stage, the comparison above would say nothing of it.</summary>
    [Fact]
    public async Task GetKpis_Funnel_HasConversationsInEveryStage()
    {
        var funnel = (await server.GetJsonAsync("api/kpis")).GetProperty("outbound_funnel");
        Assert.All(funnel.EnumerateObject(), stage => Assert.NotEqual(0, stage.Value.GetInt64()));
        Assert.Equal(funnel.Whole("dialled"),
            new[] { "answered", "voicemail", "busy", "no_answer", "failed", "unknown" }.Sum(result => funnel.Whole(result)));
        Assert.InRange(funnel.Whole("talked"), funnel.Whole("successful"), funnel.Whole("answered") - 1);
    }

    [Theory]
    [InlineData("month=2026-10", "2026-09-01", "2026-09-30")]
    [InlineData("from=2026-10-01&to=2026-10-14", "2026-09-17", "2026-09-30")]
    [InlineData("month=2026-09", "2026-08-01", "2026-08-31")]
    public async Task GetKpis_Previous_EqualsTheRecount(string query, string from, string to)
    {
        var previous = (await server.GetJsonAsync($"api/kpis?compare=previous&{query}")).GetProperty("previous");
        var counted = Facts(DateOnly.Parse(from, null), DateOnly.Parse(to, null), null);
        AssertFigures(KpiRecount.Figures(counted), previous);
        Assert.Equal(KpiRecount.Criteria(counted).ToJsonString(), JsonSerializer.Serialize(previous.GetProperty("criteria_stats")));
    }

    [Theory]
    [InlineData("dialled", "")]
    [InlineData("answered", "&call_result=answered")]
    [InlineData("talked", "&call_result=answered&talked=true")]
    [InlineData("successful", "&call_result=answered&talked=true&outcome=success")]
    [InlineData("voicemail", "&call_result=voicemail")]
    [InlineData("busy", "&call_result=busy")]
    [InlineData("no_answer", "&call_result=no_answer")]
    [InlineData("failed", "&call_result=failed")]
    [InlineData("unknown", "&call_result=unknown")]
    public async Task GetConversations_BehindAStageOfTheFunnel_AreAsManyAsItCounts(string stage, string filter)
    {
        var funnel = (await server.GetJsonAsync("api/kpis")).GetProperty("outbound_funnel");
        Assert.Equal(funnel.Whole(stage), (await server.GetJsonAsync($"api/conversations?per_page=1&direction=outbound{filter}"))
            .Whole("total"));
    }

    [Theory]
    [InlineData("finished_count", "status=finished")]
    [InlineData("in_progress_count", "status=unfinished")]
    [InlineData("successful_count", "outcome=success")]
    [InlineData("failed_count", "outcome=failure")]
    [InlineData("unknown_count", "outcome=unknown")]
    [InlineData("done_calls", "status=done")]
    [InlineData("failed_calls", "status=failed")]
    [InlineData("duration_count", "duration_min=1")]
    [InlineData("short_calls_under_30s", "duration_min=1&duration_max=29")]
    [InlineData("long_calls_over_300s", "duration_min=301")]
    [InlineData("transfer_count", "transferred=true")]
    [InlineData("agent_handover_count", "handover=true")]
    [InlineData("dropout_count", "dropout=true")]
    [InlineData("transcript_count", "transcript=true")]
    [InlineData("cost_known_count", "cost_known=true")]
    [InlineData("cost_usd_known_count", "cost_usd_known=true")]
    [InlineData("technical_errors", "error=true")]
    [InlineData("rating_count", "rated=true")]
    [InlineData("inbound_calls", "direction=inbound")]
    [InlineData("outbound_calls", "direction=outbound")]
    [InlineData("other_calls", "direction=other")]
    public async Task GetConversations_BehindAFigure_AreAsManyAsItCounts(string figure, string filter)
    {
        var kpis = await server.GetJsonAsync("api/kpis?month=2026-10");
        Assert.NotEqual(0, kpis.Whole(figure));
        Assert.Equal(kpis.Whole(figure), (await server.GetJsonAsync($"api/conversations?month=2026-10&per_page=1&{filter}"))
            .Whole("total"));
    }

    [Fact]
    public async Task Sync_Again_ChangesNothingAndReadsNoSettledDetail()
    {
        hostile.Vendor.Requests.Clear();
        var runs = await server.SyncAsync();
        Assert.All(runs, run =>
            Assert.Equal(("completed", 0, 0), (run.Text("status"), run.Whole("new_count"), run.Whole("updated_count"))));
        var unsettled = mix.Where(one => (string)one.Detail["status"]! is not ("done" or "failed")).Select(one => one.Id);
        Assert.Equal(unsettled, hostile.Vendor.DetailRequests.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Export_HostileMix_HasARowForEach()
    {
        var rows = CsvReading.Rows((await server.Http.GetStringAsync("api/export-csv")).TrimStart('\uFEFF'));
        Assert.Equal(mix.Select(one => one.Id), rows.Skip(1).Select(row => row[0]).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
        Assert.All(rows.SelectMany(row => row), cell =>
            Assert.DoesNotMatch(@"\A\s*[=@]|\A[\t\r\n]|\A\s*[+-](?![0-9]*[.,]?[0-9]+\z|[0-9]{1,3} ••• ••• [0-9]{3}\z)", cell));
    }

    [Fact]
    public void Log_AfterASync_HoldsNoSecretNumberOrText()
    {
        Assert.DoesNotContain(VendorSimulator.Key, server.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("50100000", server.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sentence", server.Log.Text, StringComparison.Ordinal);
    }

    private List<VendorFacts> Facts(DateOnly from, DateOnly to, string? agent) =>
        [.. mix.Select(one => VendorFacts.Of(one, Warsaw))
            .Where(one =>
            (agent is null || one.Agent == agent) && DateOnly.FromDateTime(one.Local) >= from && DateOnly.FromDateTime(one.Local) <= to)];

    /// <summary>All at once, so that a failure shows every figure that differs.</summary>
    private static void AssertFigures(SortedDictionary<string, double?> counted, JsonElement shown)
    {
        var wrong = counted.Where(figure =>
            Value(shown.GetProperty(figure.Key)) is var value
            && !(value is { } a && figure.Value is { } b ? Math.Abs(a - b) < 1e-9 : value == figure.Value))
            .Select(figure => $"{figure.Key}: counted {figure.Value}, shown {shown.GetProperty(figure.Key)}");
        Assert.Empty(wrong);
    }

    private static double? Value(JsonProperty property) => Value(property.Value);

    private static double? Value(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetDouble();
}
