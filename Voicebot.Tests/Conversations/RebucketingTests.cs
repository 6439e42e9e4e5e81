using CsCheck;
using Dapper;
using Voicebot.Core.Conversations;
using Voicebot.Tests.Data;

namespace Voicebot.Tests.Conversations;

public sealed class RebucketingTests : IDisposable
{
    private static readonly ReportingZone[] Zones =
        [.. new[] { "UTC", "Europe/Warsaw", "America/Santiago", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Kiritimati" }.Select(id => ReportingZone.Find(id)!)];

    private readonly TestDatabase test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public void Apply_AnyInstantsAndZone_EqualsRecomputation()
    {
        var starts = Gen.OneOf(Gen.Long[1_500_000_000, 1_900_000_000], Gen.Long[1_790_000_000, 1_790_090_000]).Array[1, 40];
        (from zone in Gen.Int[0, Zones.Length - 1].Select(index => Zones[index]) from instants in starts select (zone, instants)).Sample(
            (zone, instants) =>
            {
                test.Database.Write(connection => connection.Execute("DELETE FROM conversations"));
                test.Store(instants.Select((start, i) => A.Conversation($"c{i}") with { StartTime = start }));

                test.Database.Write(connection => Rebucketing.Apply(connection, zone));

                Assert.Equal(instants.Select(start => (start, zone.Day(start).DayNumber)).Order(), Days());
            },
            iter: 60,
            threads: 1,
            print: given => $"{given.Item1.Id} {string.Join(',', given.Item2)}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(-86_401)]
    public void Apply_InstantAtOrBeforeTheEpoch_EqualsRecomputation(long start)
    {
        var zone = ReportingZone.Find("America/New_York")!;
        test.Store(A.Conversation("early") with { StartTime = start });

        test.Database.Write(connection => Rebucketing.Apply(connection, zone));

        Assert.Equal([(start, zone.Day(start).DayNumber)], Days());
    }

    [Fact]
    public void Apply_UnknownStart_StaysWithoutDay()
    {
        test.Store(A.Conversation("none") with { StartTime = null }, A.Conversation("one"));

        test.Database.Write(connection => Rebucketing.Apply(connection, Zones[1]));

        Assert.Null(test.Database.Read(connection => connection.ExecuteScalar<long?>("SELECT local_day FROM conversations WHERE conversation_id = 'none'")));
    }

    [Fact]
    public void Apply_EmptyDatabase_DoesNothing()
    {
        test.Database.Write(connection => Rebucketing.Apply(connection, Zones[1]));

        Assert.Empty(Days());
    }

    private IEnumerable<(long Start, int Day)> Days() => test.Database.Read(connection =>
        connection.Query<(long, int)>("SELECT start_time, local_day FROM conversations WHERE start_time IS NOT NULL ORDER BY start_time, local_day").ToList());
}
