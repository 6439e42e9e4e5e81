using Dapper;
using Voicebot.Core.Data;
using Voicebot.Core.Freshness;

namespace Voicebot.Core.Alerts;

/// <summary>
/// Says when nobody called for some hours in which people used to call: the same hours of the same weekday in the four weeks before had
/// conversations enough that none at all is no chance (five on average: none is below one in a hundred where calls come independently).
/// The hours end where the data end, so that a computer that was off is no silence.
/// </summary>
public sealed class SilenceWatch(Database database, TimeProvider clock)
{
    public const double LeastExpected = 5;

    private const int Weeks = 4;
    private const int LeastWeeks = 2;
    private const long Week = 7 * 86_400;

    /// <param name="agents">The rule's, or all that there are.</param>
    public AlertVerdict Verdict(AlertDefinition rule, IReadOnlyList<string> agents, CancellationToken cancellation) =>
        rule.Hours is not { } hours || agents.Count == 0 ? AlertVerdict.Undecided : database.Read(connection =>
        {
            using var snapshot = new ReadSnapshot(connection);
            if (DataFreshness.LastGood(connection, agents) is not { } good)
                return AlertVerdict.Undecided;
            var until = DataFreshness.DataUntil(good, clock);
            var from = until - hours * 3600L;
            if (Count(connection, agents, from, until) > 0)
                return AlertVerdict.Nothing;
            var before = Enumerable.Range(1, Weeks)
                .Select(week => Count(connection, agents, from - week * Week, until - week * Week)).ToList();
            var expected = before.Average();
            return expected >= LeastExpected && before.Count(count => count > 0) >= LeastWeeks
                ? new AlertVerdict([new AlertFinding("", new AlertFacts { Rule = rule, Count = 0, Expected = expected })])
                : AlertVerdict.Undecided; // a night, a holiday: what was silent before it still is
        }, cancellation);

    private static long Count(PreparedConnection connection, IReadOnlyList<string> agents, long from, long until) =>
        connection.ExecuteScalar<long>($"""
            SELECT COUNT(*) FROM conversations
            WHERE agent_id IN (SELECT value FROM {connection.Dialect.Each("@agents")}) AND start_time >= @from AND start_time < @until
            """, new { agents = Dialect.List(agents), from, until });
}
