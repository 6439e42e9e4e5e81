namespace Voicebot.Core.Synchronization;

/// <summary>
/// How many bytes of documents may be under way at once, from the question until they are stored. A document's size is known only when
/// it is here, so the next are expected to be as large as the largest lately.
/// </summary>
/// <param name="most">Bytes as they came; one document may always be under way, however large it is.</param>
internal sealed class ByteBudget(long most)
{
    private const long LeastExpected = 256 * 1024;
    private readonly Lock gate = new();
    private TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long used;
    private long expected = LeastExpected;

    /// <summary>Waits until there is room for one more document; dispose the share when it is stored.</summary>
    public async Task<Share> ReserveAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Task room;
            lock (gate)
            {
                if (used == 0 || used + expected <= most)
                {
                    used += expected;
                    return new Share(this, expected);
                }
                room = released.Task;
            }
            await room.WaitAsync(cancellation);
        }
    }

    private void Change(long by, long? size)
    {
        TaskCompletionSource waiting;
        lock (gate)
        {
            used += by;
            if (size is { } known)
                expected = Math.Max(LeastExpected, Math.Max(known, expected * 7 / 8));
            waiting = released;
            released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        waiting.SetResult();
    }

    /// <summary>The room that one document takes.</summary>
    public sealed class Share(ByteBudget budget, long bytes) : IDisposable
    {
        private long held = bytes;

        /// <summary>The document is here.</summary>
        public void IsOf(long size)
        {
            budget.Change(size - held, size);
            held = size;
        }

        public void Dispose()
        {
            budget.Change(-held, null);
            held = 0;
        }
    }
}
