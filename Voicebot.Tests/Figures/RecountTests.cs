using CsCheck;
using Dapper;
using Voicebot.Core.Figures;
using Voicebot.Core.Settings;
using Voicebot.Core.Time;
using Voicebot.Tests.Data;
using Voicebot.Tests.Kpis;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Figures;

/// <summary>The daily aggregates equal a recount, whatever happens to the conversations.</summary>
public sealed class RecountTests : IDisposable
{
    private static readonly ReportingZone[] Zones =
        [.. new[] { "UTC", "Europe/Warsaw", "America/Santiago", "Asia/Kathmandu", "Australia/Lord_Howe",
            "Pacific/Kiritimati" }.Select(id =>
            ReportingZone.Find(id)!)];

    private readonly TestDatabase test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public void Mend_AfterUpsertsChangesErasuresAndZones_FindsNothing() =>
        Gen.Select(RandomConversations.Any, RandomConversations.Any, Gen.Int[0, 59].Array[0, 20], Gen.Int[0, Zones.Length - 1]).Sample(
            (first, second, erased, zone) =>
            {
                test.EraseAll();
                Assert.Empty(StoredDays());
                test.Store(first);
                test.Store(second); // the same ids again: late changes, also of day and agent
                var known = first.Concat(second).Select(conversation => conversation.ConversationId).ToHashSet();
                test.Erase(erased.Select(number => $"conv_{number}").Distinct().Where(known.Contains));
                Assert.Equal(0, Mend());

                test.Settings.Save(new SettingsChange { Zone = Zones[zone] });
                Assert.Equal(0, Mend());
                Assert.Equal(Counted(Zones[zone]), StoredDays());
            },
            iter: 60,
            threads: 1);

    [Theory]
    [InlineData("UPDATE daily_figures SET total = total + 1")]
    [InlineData("UPDATE daily_figures SET cost_usd_nanos = cost_usd_nanos + 1")]
    [InlineData("DELETE FROM daily_figures")]
    [InlineData("CREATE TEMP TABLE gone AS SELECT * FROM daily_figures; UPDATE gone SET agent_id = 'agent_gone'; INSERT INTO "
        + "daily_figures SELECT * FROM gone")]
    [InlineData("UPDATE daily_figures SET outbound_busy = outbound_busy + 1")]
    [InlineData("UPDATE daily_figures SET outbound_talked = outbound_talked + 1")]
    [InlineData("UPDATE daily_counts SET good = good + 1 WHERE dimension = 'criterion'")]
    [InlineData("DELETE FROM daily_counts WHERE dimension = 'channel'")]
    [InlineData("UPDATE daily_histograms SET counts = @few WHERE measure = 'duration'")]
    [InlineData("UPDATE daily_histograms SET counts = @odd")]
    [InlineData("DELETE FROM daily_histograms")]
    [InlineData("DELETE FROM conversations")]
    public void Mend_BrokenAggregates_AreFoundAndHealed(string breakage)
    {
        test.Store(A.Conversation("one") with { DurationSeconds = 40, CostUsd = 0.1, Criteria = [("polite", "success")] });
        test.Database.Write(connection => connection.Execute(breakage, new { odd = new byte[] { 0xFF }, few = new byte[] { 1, 5 } }));

        Assert.Equal(1, Mend());

        Assert.Equal(0, Mend());
        Assert.Equal(Counted(ReportingZone.Utc), StoredDays());
    }

    /// <summary>A day that is wrong and one that no conversation has are two.</summary>
    [Fact]
    public void Mend_WrongDayAndOneTooMany_AreBothCounted()
    {
        test.Store(A.Conversation("one"));
        test.Database.Write(connection => connection.Execute("""
            CREATE TEMP TABLE gone AS SELECT * FROM daily_figures;
            UPDATE gone SET local_day = local_day + 1;
            INSERT INTO daily_figures SELECT * FROM gone;
            UPDATE daily_figures SET total = total + 1
            """));

        Assert.Equal(2, Mend());
        Assert.Equal(0, Mend());
        Assert.Equal(Counted(ReportingZone.Utc), StoredDays());
    }

    /// <summary>Rows are read in parts of a thousand; none is counted twice or not at all where one part ends.</summary>
    [Fact]
    public void Rebuild_MoreRowsThanAPart_CountsEachOnce()
    {
        var start = new DateTimeOffset(2026, 10, 24, 12, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        test.Store(Enumerable.Range(0, 1_001).SelectMany(number => new[]
        {
            A.Conversation($"undated_{number}") with { StartTime = null },
            A.Conversation($"dated_{number}") with { StartTime = number == 0 ? start + 86_400 : start },
        }));
        test.Database.Write(connection => Recount.Rebuild(connection, ReportingZone.Utc));

        var day = ReportingZone.Utc.Day(start).DayNumber;
        Assert.Equal([(A.Agent, 0, 1_001), (A.Agent, day, 1_000), (A.Agent, day + 1, 1)], StoredDays());
        Assert.Equal(0, Mend());
    }

    /// <summary>The spread of absurd values suffers, the sums of squares do not overflow.</summary>
    [Theory]
    [InlineData(3, 9)]
    [InlineData(999_999, 999_998_000_001)]
    [InlineData(1_000_000, 1_000_000_000_000)]
    [InlineData(1_000_001, 1_000_000_000_000)]
    [InlineData(4_000_000_000, 1_000_000_000_000)]
    public void Store_Square_IsThatOfAMillionAtMost(long value, long square)
    {
        test.Store(A.Conversation("one") with { CostCredits = value, BotMessageCount = value, MessageCount = value });

        Assert.Equal((value, square, value, square), test.Database.Read(connection => connection.QuerySingle<(long, long, long, long)>(
            "SELECT cost, cost_squared, bot_messages, bot_messages_squared FROM daily_figures")));
    }

    private int Mend()
    {
        var differences = test.Database.Read(Recount.Differences);
        Assert.Equal(differences, test.Database.Write(Recount.Mend));
        return differences;
    }

    private List<(string, long, long)> StoredDays() => test.Database.Read(connection =>
        connection.Query<(string, long,
            long)>("SELECT agent_id, local_day, total FROM daily_figures ORDER BY agent_id, local_day").ToList());

    private List<(string, long, long)> Counted(ReportingZone zone) => test.Database.Read(connection =>
        connection.Query<(string AgentId, long? Start)>("SELECT agent_id, start_time FROM conversations").AsEnumerable()
            .CountBy(row => (row.AgentId, Day: row.Start is { } start ? (long)zone.Day(start).DayNumber : 0))
            .Select(pair => (pair.Key.AgentId, pair.Key.Day, (long)pair.Value)).OrderBy(row => row.AgentId, StringComparer.Ordinal)
                .ThenBy(row => row.Day).ToList());
}
