using System.Runtime.CompilerServices;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Time;

namespace Voicebot.Core.Synchronization;

/// <summary>A page of the vendor's list. The last one is a dead end where the list broke off, so that rows may be missing.</summary>
internal sealed record ListedPage(IReadOnlyList<ConversationListItem> Items, bool IsDeadEnd);

/// <summary>The vendor's list over a run's days, page by page, each conversation once.</summary>
internal sealed class ConversationListing(ElevenLabsClient client, string agentId, SyncWindow window, ReportingZone zone,
    ListedResults results)
{
    // The vendor's time filters may be exclusive, so the list is asked a little wider and cut here.
    private const long FilterMarginSeconds = 1;
    private const int DeadEndAttempts = 3;

    private readonly HashSet<string> listed = [];

    private ListedResults wanted = results;

    /// <summary>The vendor's list would not show the results, and was read without them.</summary>
    public bool HasRefusedResults { get; private set; }

    public bool Contains(string conversationId) => listed.Contains(conversationId);

    public bool IsEmpty => listed.Count == 0;

    public async IAsyncEnumerable<ListedPage> PagesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var cursors = new HashSet<string>();
        string? cursor = null;
        var (deadEnds, hasRestarted) = (0, false);
        for (var number = 1; ; number++)
        {
            if (number > ElevenLabsClient.MaxPages)
                throw ElevenLabsClient.Endless("conversations");
            var page = await PageAsync(cursor, cancellation);
            if (page is null)
            {
                // The vendor has lost the place. The rows that come a second time are known already.
                if (hasRestarted)
                {
                    yield return new ListedPage([], true);
                    yield break;
                }
                (cursor, hasRestarted) = (null, true);
                cursors.Clear();
                continue;
            }
            var isDeadEnd = page.HasMore && (page.NextCursor is null || cursors.Contains(page.NextCursor));
            yield return new ListedPage([.. page.Items.Where(IsNew)], isDeadEnd);
            if (!page.HasMore || (isDeadEnd && ++deadEnds == DeadEndAttempts))
                yield break;
            if (isDeadEnd)
                continue; // the same page once more: the vendor may have lost its place for a moment
            deadEnds = 0;
            cursor = page.NextCursor;
            cursors.Add(cursor!);
        }
    }

    /// <summary>Null when the vendor refuses the cursor.</summary>
    private async Task<ConversationPage?> PageAsync(string? cursor, CancellationToken cancellation)
    {
        var (after, before) = (zone.StartOf(window.From) - FilterMarginSeconds, zone.EndOf(window.To) + FilterMarginSeconds);
        try
        {
            return await client.ListConversationsAsync(agentId, after, before, wanted, cursor, cancellation);
        }
        catch (ElevenLabsException exception) when (cursor is not null && exception.IsCursorRefused)
        {
            return null;
        }
        catch (ElevenLabsException exception) when (cursor is null && exception.Kind == ElevenLabsErrorKind.Invalid && !wanted.IsNone)
        {
            // throws where the results are not the reason
            var page = await client.ListConversationsAsync(agentId, after, before, cursor, cancellation);
            (wanted, HasRefusedResults) = (ListedResults.None, true);
            return page;
        }
    }

    private bool IsNew(ConversationListItem item) =>
        item.ConversationId is { } id && window.Contains(item.StartTime, zone) && listed.Add(id);
}
