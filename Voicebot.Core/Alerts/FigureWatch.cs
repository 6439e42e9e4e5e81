using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.Freshness;
using Voicebot.Core.Kpis;
using Voicebot.Core.Search;
using Voicebot.Core.Time;

namespace Voicebot.Core.Alerts;

/// <summary>
/// Holds a figure of the newest days against a number. The days end with the one to which the data reach, or, where too little of it is
/// known yet, with the one before: the newest days with enough conversations decide.
/// </summary>
public sealed class FigureWatch(Database database, KpiService kpis, TimeProvider clock)
{
    /// <summary>The figures that can be watched.</summary>
    public static IReadOnlyList<string> Figures { get; } = [.. FigureRow.All.Select(row => row.Field)];

    /// <summary>Those whose change can be watched.</summary>
    public static IReadOnlyList<string> Changing { get; } =
        [.. Comparer.Names];

    /// <param name="agents">The rule's, or all that there are.</param>
    public AlertVerdict Verdict(AlertDefinition rule, IReadOnlyList<string> agents, ReportingZone zone, CancellationToken cancellation)
    {
        if (rule is not { Figure: { } figure, Operator: { } op, Value: { } limit, Days: { } days } || agents.Count == 0)
            return AlertVerdict.Undecided;
        if (database.Read(connection => DataFreshness.LastGood(connection, agents), cancellation) is not { } good)
            return AlertVerdict.Undecided;
        var newest = zone.Day(DataFreshness.DataUntil(good, clock));
        try
        {
            foreach (var last in new[] { newest, newest.AddDays(-1) })
                if (Measured(rule, figure, op, Filter(agents, last.AddDays(1 - days), last), last == newest, cancellation) is { } facts)
                    return IsMet(op, facts.Value, limit) ? new AlertVerdict([new AlertFinding("", facts)]) : AlertVerdict.Nothing;
        }
        catch (QueryTooBroadException)
        {
            // Asked again after the next change; the columns may be there by then.
        }
        return AlertVerdict.Undecided;
    }

    /// <summary>Null where too little is known to say.</summary>
    private AlertFacts? Measured(AlertDefinition rule, string figure, string op, ConversationFilter filter, bool isRunning,
        CancellationToken cancellation)
    {
        var isChange = AlertOperator.IsChange(op);
        var report = kpis.Report(filter, null, comparePrevious: isChange, cancellation);
        var facts = new AlertFacts { Rule = rule, From = filter.Period.From, To = filter.Period.To };
        if (isChange)
            return report.Comparison?.Figures.FirstOrDefault(one => one.Name == figure) is { Change: not null } change
                && Math.Min(change.N, change.PreviousN) >= (rule.LeastN ?? AlertDefinition.DefaultLeastN)
                    ? facts with { Value = IsClear(change) ? change.Change : 0, Unit = change.Unit, N = change.N }
                    : null;
        if (FigureRow.All.FirstOrDefault(row => row.Field == figure) is not { } found || found.Value(report) is not { } value)
            return null;
        // A count grows as the day goes on: little of it says nothing yet.
        if (found.N is null)
            return isRunning && op == AlertOperator.Below ? null : facts with { Value = value };
        var n = found.N(report);
        return n >= (rule.LeastN ?? AlertDefinition.DefaultLeastN) ? facts with { Value = value, N = n } : null;
    }

    /// <summary>Sums are not tested, and told as they are.</summary>
    private static bool IsClear(FigureChange change) =>
        change.Judgement is Judgement.Better or Judgement.Worse or Judgement.Changed or Judgement.NotJudged;

    private static bool IsMet(string op, double? value, double limit) => op switch
    {
        AlertOperator.Above => value > limit,
        AlertOperator.Below => value < limit,
        AlertOperator.RisesBy => value >= limit,
        AlertOperator.FallsBy => value <= -limit,
        _ => false,
    };

    private static ConversationFilter Filter(IReadOnlyList<string> agents, DateOnly from, DateOnly to) =>
        new() { AgentIds = agents, Period = new Period(from, to) };
}
