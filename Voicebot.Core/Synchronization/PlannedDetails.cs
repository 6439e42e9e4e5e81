using System.Threading.Channels;

namespace Voicebot.Core.Synchronization;

/// <summary>What a run has planned to read so far, and the way to who reads it.</summary>
/// <param name="toRead">Where this program alone reads for the run.</param>
/// <param name="share">Where several do: what is planned lies in the database then, and is only to be looked for.</param>
internal sealed class PlannedDetails(ChannelWriter<WorkItem> toRead, WorkShare? share)
{
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    public bool IsNew(string conversationId) => !ids.Contains(conversationId);

    public async Task AddAsync(IReadOnlyList<string> conversationIds, CancellationToken cancellation, bool vanished = false)
    {
        foreach (var id in conversationIds)
        {
            ids.Add(id);
            if (share is null)
                await toRead.WriteAsync(new WorkItem(0, id, vanished), cancellation);
        }
        share?.Look();
    }

    /// <summary>Nothing more comes.</summary>
    public void Complete()
    {
        if (share is null)
            toRead.TryComplete();
    }
}
