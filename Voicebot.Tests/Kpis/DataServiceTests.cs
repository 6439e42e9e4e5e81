using CsCheck;
using Voicebot.Core.Conversations;
using Voicebot.Core.Kpis;
using Voicebot.Core.Time;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Kpis;

public sealed class DataServiceTests : IDisposable
{
    private static readonly ReportingZone Warsaw = ReportingZone.Find("Europe/Warsaw")!;

    private readonly TestDatabase test = new(options => options with { TimeZone = Warsaw });
    private readonly DataService data;

    public DataServiceTests()
    {
        test.Settings.ApplyZone();
        data = new DataService(test.Reading);
    }

    public void Dispose() => test.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Report_RandomConversationsAndFilters_EqualsANaiveCount(bool fromColumns)
    {
        if (fromColumns)
            test.Columns.Fill(CancellationToken.None);
        Gen.Select(RandomConversations.Any.Where(all => all.Length > 10), RandomCondition.Some.Array[5], Gen.Bool).Sample(
            (conversations, filters, masked) =>
            {
                test.EraseAll();
                test.Store(conversations);
                foreach (var conditions in filters.Prepend([]))
                {
                    var filter = conditions.Aggregate(new ConversationFilter { MaskPhones = masked }, (sum, one) => one.Set(sum));
                    var met = conversations.Where(one => conditions.All(condition => condition.Holds(one, Warsaw))).ToList();

                    var report = data.Report(filter, null);

                    Assert.Equal(met.Count, report.TotalConversations);
                    Assert.Equal(met.Count(one => one.StartTime is not null), report.Periods.Sum(period => period.Total));
                    var expected = met.SelectMany(one => one.Collected).Select(datum => datum.DataId).Distinct()
                        .Order(StringComparer.Ordinal).Select(id => NaiveData.Of(id, met, report.Periods, Warsaw)).ToList();
                    Assert.Equivalent(expected, report.Data.Select(one => one with { Histogram = [] }).ToList(), strict: true);
                    Assert.All(report.Data.Where(one => one.Histogram.Count > 0), one =>
                        Assert.True(one.Types.Number >= one.Histogram.Sum(bar => bar.Count)));
                }
            },
            iter: 40,
            threads: 1);
    }

    /// <summary>What a value counts is what a click on it finds.</summary>
    [Fact]
    public void Report_EachValueAndBar_CountsWhatItsConditionFinds()
    {
        test.Store(Enumerable.Range(0, 60).Select(number => A.Conversation($"conv_{number}") with
        {
            Collected = [("city", number % 3 == 0 ? "\"łódź\"" : number % 3 == 1 ? "\" Łódź\"" : "[\"a\", \"b\"]"),
                ("sum", (number * number / 7.0).ToString(System.Globalization.CultureInfo.InvariantCulture))],
        }));

        var report = data.Report(new ConversationFilter(), null);

        Assert.Equal(["Łódź 40", "[\"a\", \"b\"] 20"], report.Data[0].Values.Select(value => $"{value.Value} {value.Count}"));
        Assert.All(report.Data[0].Values, value => Assert.Equal(value.Count, Found(new DatumCondition("city", "eq", value.Value))));
        Assert.All(report.Data[1].Histogram, bar => Assert.Equal(bar.Count,
            Found(new DatumCondition("sum", "gte", Text(bar.From)), new DatumCondition("sum", "lt", Text(bar.To)))));
        Assert.Equal(60, report.Data[1].Histogram.Sum(bar => bar.Count));
    }

    [Fact]
    public void Report_TypeThatChanges_IsToldWithItsDays()
    {
        var first = new DateTimeOffset(2026, 10, 1, 10, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        test.Store(Enumerable.Range(0, 10).Select(day => A.Conversation($"conv_{day}") with
        {
            StartTime = first + (day * 86_400),
            Collected = [("order", day < 6 ? $"\"A-{day}\"" : $"{day}")],
        }));

        var datum = Assert.Single(data.Report(new ConversationFilter(), null).Data);

        Assert.Equal([new("string", new(2026, 10, 1), new(2026, 10, 6)), new("number", new(2026, 10, 7), new(2026, 10, 10))],
            datum.TypeDays);
        Assert.Equal((6L, 4L), (datum.Types.String, datum.Types.Number));
    }

    /// <summary>Nothing that a stranger says breaks it, is lost, or grows without bound.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Report_HostileData_AreCountedWithinBounds(bool masked)
    {
        var deep = new string('[', 200) + "1" + new string(']', 200);
        string[] odd = ["\"NaN\"", "1e400", "-1e308", "1e308", "1e308", "-0.0", "\"\"", "\"\\u001e\"", deep, "{\"__proto__\":{}}",
            $"\"{new string('x', 100_000)}\"", $"\"{new string('x', 99_999)}y\"", $"[{string.Join(',', Enumerable.Repeat("1", 20_000))}]"];
        test.Store(odd.Index().Select(one => A.Conversation($"conv_{one.Index}") with
        {
            ClientPhone = "+48600000105",
            Collected = [("__proto__", one.Item), ("=cmd()", one.Item), ("constructor", null), ($"{new string('i', 300)}{one.Index}", "1"),
                .. Enumerable.Range(0, 200).Select(number => ($"datum \"{number}\" \\ : , |", (string?)"600000105"))],
        }));

        var report = data.Report(new ConversationFilter { MaskPhones = masked }, null);

        Assert.Equal((odd.Length, 203, odd.Length), (report.TotalConversations, report.Data.Count, report.DataLeftOut));
        Assert.All(report.Data, datum => Assert.Equal(report.TotalConversations, datum.Filled + datum.NullCount + datum.Absent));
        var proto = report.Data.Single(datum => datum.Id == "__proto__");
        Assert.Equal(new DatumTypes(5, 5, 0, 0, 2, 1), proto.Types);
        Assert.Equal(12, proto.DistinctValues);
        Assert.Equal((-1e308, 1e308, 2.5e307), (proto.Min, proto.Max, proto.Mean!.Value));
        Assert.Equal(4, proto.Values.Count(value => value.IsCut)); // two long texts, the long list and the deep one
        Assert.All(report.Data.SelectMany(datum => datum.Values), value => Assert.True(value.Value.Length <= 200));
        var phone = report.Data.Single(datum => datum.Id.StartsWith("datum \"7\"", StringComparison.Ordinal));
        Assert.Equal(masked ? (null, "+48 ••• ••• 105") : (600_000_105.0, "600000105"), (phone.Mean, phone.Values[0].Value));
    }

    [Fact]
    public void Report_MoreDifferentValuesThanAreKept_SaysSoAndCountsExactly()
    {
        test.Store(Enumerable.Range(0, 1_500).Select(number => A.Conversation($"conv_{number}") with
        {
            Collected = [.. Enumerable.Range(0, 120).Select(datum =>
                ($"datum_{datum:000}", (string?)$"\"{(number % 3 == 0 ? 0 : number)}\""))],
        }));

        var datum = data.Report(new ConversationFilter(), null).Data[0];

        Assert.Equal((1_500L, null, "0", 500L), (datum.Filled, datum.DistinctValues, datum.Values[0].Value, datum.Values[0].Count));
    }

    private long Found(params DatumCondition[] conditions) =>
        test.Conversations.List(new ConversationFilter { Data = conditions }, ConversationSort.NewestFirst, 1, 1).Total;

    private static string Text(double number) => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
