using Dapper;
using Voicebot.Core.Freshness;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Freshness;

/// <summary>
/// Up to when the data of agents are complete; runs are written "agent status code type", and end one second after the other.
/// </summary>
public sealed class DataFreshnessTests : IDisposable
{
    private const long Now = 1_790_000_000;
    private readonly TestDatabase test = new();

    public void Dispose() => test.Dispose();

    [Theory]
    [InlineData("", "", "", null)]
    [InlineData("a completed - manual", "a", "", 1L)]
    [InlineData("a completed - manual,a completed - scheduled", "a", "", 2L)]
    [InlineData("a completed - manual,b completed - manual", "a b", "", 1L)]
    [InlineData("a completed - manual,b completed - manual,a completed - manual", "a b", "", 2L)]
    [InlineData("a partial details_failed manual", "a", "", 1L)]
    [InlineData("a partial list_incomplete manual", "a", "", null)]
    [InlineData("a partial - manual", "a", "", null)]
    [InlineData("a failed details_failed manual", "a", "", null)]
    [InlineData("a cancelled - manual", "a", "", null)]
    [InlineData("a completed - refetch", "a", "", null)]
    [InlineData("a completed - webhook", "a", "", 1L)]
    [InlineData("b completed - manual", "a", "", null)]
    // A retired one makes the others no older, but tells of itself where it is asked for alone.
    [InlineData("a completed - manual,b completed - manual", "a b", "a", 2L)]
    [InlineData("a completed - manual,b completed - manual", "a", "a", 1L)]
    [InlineData("a completed - manual,b completed - manual", "a b", "a b", 1L)]
    [InlineData("a completed - manual", "a b", "a", null)]
    // None is any.
    [InlineData("a completed - manual,b completed - manual", "", "", 2L)]
    [InlineData("a completed - manual,b failed - manual,a completed - refetch", "", "", 1L)]
    [InlineData("a completed - manual,b partial details_failed manual", "", "", 2L)]
    public void LastGood_Runs_IsTheOldestOfTheNewestGoodOnes(string runs, string asked, string retired, long? expected)
    {
        foreach (var (index, run) in Words(runs, ',').Index())
            Add(run.Split(' '), index + 1);
        foreach (var agent in Words("a b", ' '))
            test.Database.Write(connection => connection.Execute(
                "INSERT INTO agents (agent_id, position, retired) VALUES (@agent, 1, @isRetired)",
                new { agent, isRetired = Words(retired, ' ').Contains(agent) ? 1 : 0 }));

        Assert.Equal(expected, test.Database.Read(connection => DataFreshness.LastGood(connection, Words(asked, ' '))));
    }

    [Fact]
    public void WithoutGood_Agents_AreThoseThatNeverHadAGoodRunInTheirOrder()
    {
        Add(["good", "completed", "-", "manual"], 1);
        Add(["half", "partial", "details_failed", "scheduled"], 2);
        Add(["failed", "failed", "-", "manual"], 3);
        Add(["refetched", "completed", "-", "refetch"], 4);
        Add(["cut", "partial", "list_incomplete", "manual"], 5);

        Assert.Equal(["refetched", "new", "failed", "cut"], test.Database.Read(connection =>
            DataFreshness.WithoutGood(connection, ["refetched", "good", "new", "half", "failed", "cut"])));
    }

    [Theory]
    [InlineData(null, Now)]
    [InlineData(Now - 5, Now - 5)]
    [InlineData(Now, Now)]
    [InlineData(Now + 5, Now)]
    public void DataUntil_LastGood_IsNeverInTheFuture(long? lastGood, long expected) =>
        Assert.Equal(expected, DataFreshness.DataUntil(lastGood, new StandingClock("2026-09-21T14:13:20Z")));

    private void Add(string[] run, long finishedAt) => test.Database.Write(connection => connection.Execute("""
        INSERT INTO sync_runs (agent_id, status, error_code, sync_type, phase, requested_at, finished_at)
        VALUES (@agent, @status, @code, @type, 'done', 1, @finishedAt)
        """, new { agent = run[0], status = run[1], code = run[2] == "-" ? null : run[2], type = run[3], finishedAt }));

    private static string[] Words(string text, char separator) => text.Split(separator, StringSplitOptions.RemoveEmptyEntries);
}
