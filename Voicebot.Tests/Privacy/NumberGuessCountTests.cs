using Dapper;
using Voicebot.Core.Auditing;
using Voicebot.Core.Privacy;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Privacy;

/// <summary>How the numbers that somebody asks for are counted by the hour, and what is recorded of it.</summary>
public sealed class NumberGuessCountTests : IDisposable
{
    private readonly TestDatabase test = new();
    private readonly StandingClock clock = new("2026-11-10T12:34:56Z");
    private readonly AuditLog audit;
    private readonly NumberGuesses guesses;

    public NumberGuessCountTests()
    {
        audit = new AuditLog(test.Database, clock);
        guesses = new NumberGuesses(test.Database, audit, clock);
    }

    public void Dispose() => test.Dispose();

    [Fact]
    public void WaitOf_ThirtyFirstNumber_WaitsForTheNextHour()
    {
        Ask(0, 30);
        Assert.Equal(new TimeSpan(0, 25, 4), guesses.WaitOf("viewer", null, "30"));
        Assert.Null(guesses.WaitOf("viewer", null, "7")); // asked for before
        Assert.Null(guesses.WaitOf("owner", null, "30"));
        Assert.Null(guesses.WaitOf("viewer", "jan", "30"));
        clock.Advance(new TimeSpan(0, 25, 3));
        Assert.Equal(TimeSpan.FromSeconds(1), guesses.WaitOf("viewer", null, "31"));
        clock.Advance(TimeSpan.FromSeconds(1));
        Ask(30, 30);
        Assert.Equal(TimeSpan.FromHours(1), guesses.WaitOf("viewer", null, "60"));
    }

    [Fact]
    public void WaitOf_Refusals_AreRecordedInEverLongerSteps()
    {
        Ask(0, 2);
        Assert.Equal(("viewer", "2 different number(s)"), Entry());
        Ask(2, 28);
        var told = new List<string?>();
        for (var refused = 1; refused <= 5; refused++)
        {
            Assert.NotNull(guesses.WaitOf("viewer", null, "30"));
            told.Add(Entry().Detail);
        }
        Assert.Equal([1, 2, 2, 4, 4],
            told.Select(detail => int.Parse(detail!.Split(", ")[1].Split(' ')[0], null)));
        Assert.All(told, detail => Assert.StartsWith("30 different number(s), ", detail, StringComparison.Ordinal));
        Assert.Single(audit.Newest(10));
    }

    [Fact]
    public void WaitOf_AnotherProcess_CountsOn()
    {
        Ask(0, 20);
        var other = new NumberGuesses(test.Database, audit, clock);
        for (var number = 0; number < 10; number++)
            Assert.Null(other.WaitOf("viewer", null, $"{number}"));
        Assert.NotNull(other.WaitOf("viewer", null, "10"));
        Assert.NotNull(guesses.WaitOf("viewer", null, "20"));
        Assert.Single(audit.Newest(10));
    }

    /// <summary>Counts of a day are kept, then they go; the audit log keeps its entries.</summary>
    [Theory]
    [InlineData(24, 2)]
    [InlineData(25, 1)]
    public void WaitOf_CountsOfEarlierHours_GoAfterADay(int hours, long kept)
    {
        Ask(0, 1);
        clock.Advance(TimeSpan.FromHours(hours));
        Ask(0, 1);

        Assert.Equal(kept, test.Database.Read(connection => connection.ExecuteScalar<long>("SELECT COUNT(*) FROM number_guesses")));
        Assert.Equal(2, audit.Newest(10).Count);
    }

    private void Ask(int first, int count)
    {
        for (var number = first; number < first + count; number++)
            Assert.Null(guesses.WaitOf("viewer", null, $"{number}"));
    }

    private (string Role, string? Detail) Entry() => (audit.Newest(1)[0].Role, audit.Newest(1)[0].Detail);
}
