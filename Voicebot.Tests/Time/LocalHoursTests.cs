using CsCheck;
using Voicebot.Core.Conversations;
using Voicebot.Core.Settings;
using Voicebot.Core.Time;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Time;

public sealed class LocalHoursTests : IDisposable
{
    private static readonly string[] Zones =
        ["UTC", "Europe/Warsaw", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Kiritimati"];

    // The years in which offsets are known to the condition.
    private static readonly long FirstYear = new DateTimeOffset(2022, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
    private static readonly long EndOfLastYear = new DateTimeOffset(2041, 12, 31, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    private readonly TestDatabase test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public void List_WeekdayAndHour_AreThoseOfTheReportingZone() =>
        Gen.Select(Gen.Long[FirstYear, EndOfLastYear].Array[1, 30], Gen.Int[0, Zones.Length - 1], Gen.Int[1, 7], Gen.Int[0, 23],
            Gen.Int[0, 2]).Sample(
            (starts, zoneIndex, weekday, hour, which) =>
            {
                var zone = ReportingZone.Find(Zones[zoneIndex])!;
                test.EraseAll();
                test.Store(starts.Select((start, i) => A.Conversation($"c{i}") with { StartTime = start }));
                test.Settings.Save(new SettingsChange { Zone = zone });
                var filter = new ConversationFilter
                {
                    Weekdays = which == 1 ? [] : [weekday, weekday % 7 + 1],
                    Hours = which == 2 ? [] : [hour],
                };

                var listed = test.Conversations.List(filter, ConversationSort.NewestFirst, 1, 200);

                bool Matches(long start) =>
                    (filter.Weekdays.Count == 0 || filter.Weekdays.Contains(((int)zone.Local(start).DayOfWeek + 6) % 7 + 1))
                        && (filter.Hours.Count == 0 || filter.Hours.Contains(zone.Local(start).Hour));
                Assert.Equal(starts.Where(Matches).OrderDescending(), listed.Rows.Select(row => row.StartTime!.Value));
            },
            iter: 80,
            threads: 1);

    [Theory]
    [InlineData("2022-01-01T10:30:00Z", 11)]
    [InlineData("2022-07-01T10:30:00Z", 12)]
    [InlineData("2022-12-01T10:30:00Z", 11)]
    [InlineData("2041-07-01T10:30:00Z", 12)]
    [InlineData("2041-12-01T10:30:00Z", 11)]
    public void List_HourInTheFirstAndTheLastYear_IsThatOfTheReportingZone(string start, int hour)
    {
        test.Store(A.Conversation("one") with { StartTime = DateTimeOffset.Parse(start, null).ToUnixTimeSeconds() });
        test.Settings.Save(new SettingsChange { Zone = ReportingZone.Find("Europe/Warsaw") });

        bool IsListed(int asked) =>
            test.Conversations.List(new ConversationFilter { Hours = [asked] }, ConversationSort.NewestFirst, 1, 200).Rows.Count > 0;

        Assert.Equal([hour], Enumerable.Range(0, 24).Where(IsListed));
    }
}
