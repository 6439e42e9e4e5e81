using Dapper;
using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.Reviews;
using Voicebot.Core.Settings;

namespace Voicebot.Core.Alerts;

/// <summary>
/// Asks the rules of alerts, and stores what begins and what is over together with the messages about it. A round that was done already,
/// here or by another instance, changes nothing.
/// </summary>
public sealed class AlertRounds(Database database, VoicebotSettings settings, AlertChannelStore channels, FigureWatch figures,
    SilenceWatch silence, BudgetWatch budgets, ProblemsNow problems, ReviewConditions conditions, TimeProvider clock)
{
    private const int AtOnce = 1_000;
    private const long Day = 86_400;
    private const long Kept = 400 * Day;

    private long? seen; // the log of changes has been looked through to here; stored only together with what was found

    /// <summary>Looks at everything once.</summary>
    public void Run(CancellationToken cancellation)
    {
        var rules = database.Read(AlertRuleStore.All, cancellation).Where(rule => rule.Enabled).ToList();
        var verdicts = rules.Where(rule => rule.Kind != AlertKind.Conversations)
            .Select(rule => (rule, Verdict(rule, cancellation))).ToList();
        if (database.Read(connection => Changes(AlertStore.Open(connection), verdicts), cancellation))
            database.Write(connection => Store(connection, verdicts));
        LookAtConversations([.. rules.Where(rule => rule.Kind == AlertKind.Conversations)], cancellation);
    }

    /// <summary>What a rule says now; nothing is stored, and nobody is told.</summary>
    /// <returns>Nothing for one of single conversations.</returns>
    public AlertVerdict Verdict(AlertRule rule, CancellationToken cancellation)
    {
        var current = settings.Current;
        // One that was removed from the settings has no new conversations; a rule of such agents alone is silent.
        var agents = rule.AgentIds.Count == 0 ? current.ActiveAgentIds : [.. rule.AgentIds.Where(current.AgentIds.Contains)];
        return (rule.Kind, rule.Definition.Event) switch
        {
            (AlertKind.Figure, _) => figures.Verdict(rule.Definition, agents, current.Zone, cancellation),
            (AlertKind.System, AlertEvent.Silence) => silence.Verdict(rule.Definition, agents, cancellation),
            (AlertKind.System, AlertEvent.Budget) => budgets.Verdict(rule.Definition,
                rule.AgentIds.Count == 0 ? current.AgentIds : agents, ofAll: rule.AgentIds.Count == 0, cancellation),
            (AlertKind.System, AlertEvent.Problem) => Problems(rule),
            _ => AlertVerdict.Nothing,
        };
    }

    private AlertVerdict Problems(AlertRule rule) => new([.. problems()
        .Where(problem => rule.AgentIds.Count == 0 || problem.AgentId is null || rule.AgentIds.Contains(problem.AgentId))
        .DistinctBy(problem => problem.Code)
        .Select(problem => new AlertFinding(problem.Code,
            new AlertFacts { Rule = rule.Definition, Code = problem.Code, Detail = problem.Detail }))]);

    private static bool Changes(List<Alert> open, List<(AlertRule Rule, AlertVerdict Verdict)> verdicts) =>
        verdicts.Exists(one => Beginning(open, one.Rule, one.Verdict).Any())
        || open.Exists(alert => IsOver(alert, verdicts));

    private static IEnumerable<AlertFinding> Beginning(List<Alert> open, AlertRule rule, AlertVerdict verdict) =>
        verdict.Standing.Where(finding => !open.Exists(alert => alert.RuleId == rule.Id && alert.Subject == finding.Subject));

    private static bool IsOver(Alert alert, List<(AlertRule Rule, AlertVerdict Verdict)> verdicts) =>
        verdicts.Where(one => one.Rule.Id == alert.RuleId).Any(one =>
            !one.Verdict.IsUndecided && !one.Verdict.Lasting.Contains(alert.Subject)
            && !one.Verdict.Standing.Any(finding => finding.Subject == alert.Subject));

    private bool Store(PreparedConnection connection, List<(AlertRule Rule, AlertVerdict Verdict)> verdicts)
    {
        OneAtATime(connection);
        var open = AlertStore.Open(connection);
        var kept = AlertRuleStore.All(connection).ToDictionary(rule => rule.Id);
        var every = channels.All(connection);
        foreach (var (rule, verdict) in verdicts)
            foreach (var finding in Beginning(open, rule, verdict))
                if (kept.TryGetValue(rule.Id, out var now) && now.ChangedAt == rule.ChangedAt // else it is another rule by now
                    && AlertStore.Begin(connection, rule, finding, Now, lasts: true) is { } id)
                    DeliveryStore.Begin(connection, rule, every, id, Now);
        foreach (var alert in open.Where(alert => IsOver(alert, verdicts)))
            if (AlertStore.End(connection, alert.Id, Now) && alert.Facts.Rule.Event != AlertEvent.Budget) // a new month is no news
                DeliveryStore.End(connection, alert.Id, Now);
        AlertStore.Prune(connection, Now - Kept);
        return true;
    }

    private void LookAtConversations(IReadOnlyList<AlertRule> rules, CancellationToken cancellation)
    {
        if (rules.Count == 0)
            return;
        var (mark, changed) = database.Read(Changed, cancellation);
        var found = new List<(AlertRule Rule, long Id)>();
        foreach (var portion in changed.Order().Chunk(AtOnce))
            found.AddRange(database.Read(connection => Matching(connection, rules, portion), cancellation));
        if (found.Count > 0)
            database.Write(connection => Tell(connection, found, mark));
        seen = mark;
    }

    /// <returns>How far it looked, and which conversations changed since the last look.</returns>
    private (long Mark, IReadOnlyCollection<long> Changed) Changed(PreparedConnection connection)
    {
        using var snapshot = new ReadSnapshot(connection);
        var mark = ChangeLog.Mark(connection);
        if ((seen ?? (long?)connection.Scalar("SELECT next_change FROM alert_progress")) is not { } next)
            return (mark.Next, []);
        // Where nobody knows any more what changed: a database that was restored, or an instance that was away for long.
        return (mark.Next, (next <= mark.Next ? ChangeLog.Since(connection, mark with { Next = next }) : null) ?? Newest(connection));
    }

    private List<long> Newest(PreparedConnection connection) =>
        connection.Query<long>("SELECT id FROM conversations WHERE start_time >= @from", new { from = Now - Day }).AsList();

    private bool Tell(PreparedConnection connection, List<(AlertRule Rule, long Id)> found, long mark)
    {
        OneAtATime(connection);
        var kept = AlertRuleStore.All(connection).ToDictionary(rule => rule.Id, rule => rule.ChangedAt);
        var every = channels.All(connection);
        foreach (var of in found.GroupBy(one => one.Rule, one => one.Id)
            .Where(of => kept.GetValueOrDefault(of.Key.Id) == of.Key.ChangedAt))
        {
            var fresh = of.Except(AlertStore.Told(connection, of.Key.Id, of)).ToList();
            if (fresh.Count == 0)
                continue; // another instance was first
            var finding = new AlertFinding("", new AlertFacts { Rule = of.Key.Definition, Count = fresh.Count });
            var id = AlertStore.Begin(connection, of.Key, finding, Now, lasts: false)!.Value;
            AlertStore.Tell(connection, of.Key.Id, id, fresh);
            DeliveryStore.Begin(connection, of.Key, every, id, Now);
        }
        return connection.Run("UPDATE alert_progress SET next_change = @mark", ("@mark", mark)) > 0;
    }

    /// <summary>Those that began since the rule is there, and that it has not told of.</summary>
    private List<(AlertRule Rule, long Id)> Matching(PreparedConnection connection, IReadOnlyList<AlertRule> rules, long[] ids)
    {
        using var snapshot = new ReadSnapshot(connection);
        var filters = new Dictionary<long, ConversationFilter>();
        foreach (var rule in rules)
            if (AlertRuleStore.FilterOf(rule, conditions) is { } filter)
                filters[rule.Id] = filter;
        var matching = RuleMatching.Of(connection, filters, ids);
        if (matching.Count == 0)
            return [];
        var begun = new Dictionary<long, long>();
        using (var rows = connection.Rows($"""
            SELECT id, COALESCE(start_time, first_seen_at, @now) FROM conversations
            WHERE id IN (SELECT value FROM {connection.Dialect.EachNumber("@ids")})
            """, ("@now", Now), ("@ids", Dialect.List(matching.Keys))))
            while (rows.Read())
                begun[rows.GetInt64(0)] = rows.GetInt64(1);
        var found = new List<(AlertRule, long)>();
        foreach (var rule in rules)
        {
            var mine = matching.Where(one => one.Value.Contains(rule.Id) && begun.GetValueOrDefault(one.Key) >= rule.Since)
                .Select(one => one.Key).ToList();
            if (mine.Count > 0)
                found.AddRange(mine.Except(AlertStore.Told(connection, rule.Id, mine)).Select(id => (rule, id)));
        }
        return found;
    }

    /// <summary>Instances come one after another here.</summary>
    private static void OneAtATime(PreparedConnection connection) => connection.Run("UPDATE alert_progress SET id = id");

    private long Now => clock.GetUtcNow().ToUnixTimeSeconds();
}
