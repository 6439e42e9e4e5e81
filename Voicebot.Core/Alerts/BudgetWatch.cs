using Voicebot.Core.Money;

namespace Voicebot.Core.Alerts;

/// <summary>
/// Says when more of a month's budget is spent, or will be, than a rule allows. What has begun stands until the month is over, so that
/// people are told once a month of each budget, however the forecast moves.
/// </summary>
public sealed class BudgetWatch(MoneyService money)
{
    public const int UsualPercent = 100;

    /// <param name="agents">Those that there are; of a rule for some, these.</param>
    /// <param name="ofAll">The budget of all agents together is watched, too.</param>
    public AlertVerdict Verdict(AlertDefinition rule, IReadOnlyList<string> agents, bool ofAll, CancellationToken cancellation)
    {
        if (agents.Count == 0)
            return AlertVerdict.Nothing;
        var report = money.Report(month: null, agents, ofAll ? null : string.Join(',', agents), cancellation);
        var budgets = report.Agents.Select(agent => (Spending: (Spending)agent, AgentId: (string?)agent.AgentId))
            .Concat(ofAll ? [(report.Total, null)] : []).Where(one => one.Spending.Budget is not null).ToList();
        return new AlertVerdict([.. budgets.Select(one => Finding(rule, report, one.Spending, one.AgentId)).OfType<AlertFinding>()])
        {
            Lasting = [.. budgets.Select(one => Subject(report, one.AgentId))],
        };
    }

    private static AlertFinding? Finding(AlertDefinition rule, MoneyReport report, Spending spending, string? agentId)
    {
        var isForecast = rule.Forecast ?? false;
        var percent = isForecast ? spending.Budget!.ExpectedPercent : spending.Budget!.UsedPercent;
        return percent >= (rule.Percent ?? UsualPercent)
            ? new AlertFinding(Subject(report, agentId), new AlertFacts
            {
                Rule = rule,
                From = report.From,
                To = report.To,
                Value = (double)percent.Value,
                Amount = (isForecast ? spending.Forecast.Expected : spending.Spent)?.Own,
                Budget = spending.Budget!.Budget,
                Currency = report.Currency,
                AgentId = agentId,
            })
            : null;
    }

    private static string Subject(MoneyReport report, string? agentId) => agentId is null ? report.Month : $"{report.Month} {agentId}";
}
