using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Time;

namespace Voicebot.Core.Synchronization;

/// <summary>What a first synchronisation would fetch, by how far back it goes.</summary>
/// <param name="Oldest">The local day of the oldest conversation; null without one, or when there are more than were counted.</param>
public sealed record Reach(string AgentId, IReadOnlyList<ReachRange> Ranges, DateOnly? Oldest);

/// <summary>One choice of how far back to go: this_month, 3_months, 12_months or everything.</summary>
/// <param name="From">The first local day; null for everything.</param>
/// <param name="Conversations">At least so many where not all were counted.</param>
/// <param name="EstimatedSecs">About how long it takes to fetch them.</param>
public sealed record ReachRange(string Name, DateOnly? From, int Conversations, bool IsComplete, int EstimatedSecs);

/// <summary>
/// Counts an agent's conversations at ElevenLabs, which has no figure for it: from its list, newest first, as far as that takes a moment.
/// </summary>
public sealed class ReachCount(ElevenLabsClients clients, ElevenLabsOptions options, TimeProvider clock)
{
    private const int MostPages = 50;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(20);

    // What storing takes on a slow machine, however quick the vendor answers.
    private const double LeastSecondsEach = 0.001;

    /// <exception cref="ElevenLabsException">The list cannot be read.</exception>
    public async Task<Reach> OfAsync(ElevenLabsConnection connection, string agentId, ReportingZone zone, CancellationToken cancellation)
    {
        var client = clients.For(connection);
        var began = clock.GetTimestamp();
        var starts = new Dictionary<string, long>(StringComparer.Ordinal);
        var (pages, cursor, isWhole) = (0, (string?)null, false);
        var cursors = new HashSet<string>(StringComparer.Ordinal);
        do
        {
            var page = await client.ListConversationsAsync(agentId, null, null, cursor, cancellation);
            foreach (var item in page.Items)
                if (item is { ConversationId: { } id, StartTime: { } start })
                    starts[id] = start;
            pages++;
            cursor = page.NextCursor;
            isWhole = !page.HasMore;
        }
        while (!isWhole && cursor is not null && cursors.Add(cursor) && pages < MostPages && clock.GetElapsedTime(began) < MostTime);
        var secondsEach = Math.Max(LeastSecondsEach, clock.GetElapsedTime(began).TotalSeconds / pages / options.MaxConcurrency);
        return Of(agentId, [.. starts.Values], isWhole, zone, secondsEach);
    }

    private Reach Of(string agentId, IReadOnlyList<long> starts, bool isWhole, ReportingZone zone, double secondsEach)
    {
        var month = Month.Of(zone.Day(clock.GetUtcNow())).FirstDay;
        var oldest = starts.Count == 0 ? (long?)null : starts.Min();
        ReachRange Range(string name, DateOnly? from)
        {
            var begin = from is { } day ? zone.StartOf(day) : long.MinValue;
            var count = starts.Count(start => start >= begin);
            return new ReachRange(name, from, count, isWhole || oldest < begin, (int)Math.Ceiling(count * secondsEach));
        }
        return new Reach(agentId,
            [Range("this_month", month), Range("3_months", month.AddMonths(-2)), Range("12_months", month.AddMonths(-11)),
                Range("everything", null)],
            isWhole && oldest is { } first ? zone.Day(first) : null);
    }
}
