using Voicebot.Core.Alerts;
using Voicebot.Core.Callbacks;
using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.Freshness;
using Voicebot.Core.Kpis;
using Voicebot.Core.Notes;
using Voicebot.Core.Reviews;
using Voicebot.Core.Search;
using Voicebot.Core.Settings;
using Voicebot.Core.Time;

namespace Voicebot.Core.Digests;

/// <summary>Asks the services that the API's answers come from, so that letter and page say the same.</summary>
public sealed class DigestContents(Database database, VoicebotSettings settings, KpiService kpis, BreakdownService breakdowns,
    ReviewStore reviews, CallbackStore callbacks, AlertStore alerts, NoteStore notes)
{
    private const int MostNewest = 5;

    /// <summary>Those of the digest that are configured.</summary>
    public IReadOnlyList<string> AgentsOf(Digest digest) =>
        digest.AgentIds.Count == 0 ? settings.Current.AgentIds : [.. digest.AgentIds.Where(settings.Current.AgentIds.Contains)];

    /// <summary>The data reach to the period's end.</summary>
    public bool IsComplete(Digest digest, Period period) => database.Read(connection =>
        DataFreshness.LastGood(connection, AgentsOf(digest)) >= settings.Current.Zone.EndOf(period.To!.Value));

    /// <param name="titles">Whether conversations may be named by their titles.</param>
    public DigestContent Of(Digest digest, Period period, bool titles, CancellationToken cancellation)
    {
        var current = settings.Current;
        var zone = current.Zone;
        var agents = AgentsOf(digest);
        var filter = new ConversationFilter { AgentIds = agents, Period = period };
        var waiting = reviews.List(new ReviewQuery { State = ReviewState.New, AgentIds = agents }, 1, MostNewest, cancellation);
        return new DigestContent
        {
            Name = digest.Name,
            Period = period,
            Zone = zone,
            Report = kpis.Report(filter, null, comparePrevious: true, cancellation),
            Agents = agents.Count < 2 ? [] : [.. breakdowns.Report(filter, null, comparePrevious: true, cancellation).Agents
                .Select(agent => (current.AgentName(agent.AgentId), agent))],
            AgentIds = digest.AgentIds.Count == 0 ? [] : agents,
            AgentNames = digest.AgentIds.Count == 0 ? [] : [.. agents.Select(current.AgentName)],
            Unseen = waiting.Total,
            Newest = !titles ? [] : [.. waiting.Items.Select(one => (one.Row.ConversationId,
                one.Row.StartTime is { } at ? zone.Local(at) : (DateTimeOffset?)null, one.Row.Title ?? ""))],
            ToCallBack = ToCallBack(agents, current, cancellation),
            Alerts = alerts.Began(zone.StartOf(period.From!.Value), zone.EndOf(period.To!.Value), digest.AgentIds, cancellation),
            Notes = notes.Of(period, digest.AgentIds.Count == 0 ? null : agents),
        };
    }

    private int? ToCallBack(IReadOnlyList<string> agents, EffectiveSettings current, CancellationToken cancellation)
    {
        try
        {
            return callbacks.Count(new CallbackQuery(CallbackState.Waiting, agents, current.CallbackDays), current.Zone, cancellation)
                .Waiting;
        }
        catch (QueryTooBroadException)
        {
            return null;
        }
    }
}
