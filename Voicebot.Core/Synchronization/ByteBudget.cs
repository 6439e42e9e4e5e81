namespace Voicebot.Core.Synchronization;

/// <summary>
/// How many bytes of documents may be under way at once, from the question until they are stored. A document's size is known only when
/// it is here, so the next are expected to be as large as the largest lately; one that turns out larger waits until there is room for it.
/// </summary>
/// <param name="most">Bytes as they came; one document may always be under way, however large it is.</param>
internal sealed class ByteBudget(long most)
{
    private const long LeastExpected = 128 * 1024;
    private readonly Lock gate = new();
    private TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long used;
    // of those that turned out larger than expected: they are all that a growing one waits for, so that two never wait for each other
    private long grown;
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

    private async Task GrowAsync(long from, long to, CancellationToken cancellation)
    {
        while (true)
        {
            Task room;
            lock (gate)
            {
                if (grown == 0 || grown + to <= most)
                {
                    grown += to;
                    used += to - from;
                    expected = Math.Max(expected, to);
                    return;
                }
                room = released.Task;
            }
            await room.WaitAsync(cancellation);
        }
    }

    private void Change(long by, long? size, long shrunk)
    {
        TaskCompletionSource waiting;
        lock (gate)
        {
            used += by;
            grown -= shrunk;
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
        private long grownTo;

        /// <summary>Waits for the room of a document that is larger than was expected.</summary>
        public async Task GrowAsync(long size, CancellationToken cancellation)
        {
            if (size <= held)
                return;
            budget.Change(0, null, grownTo); // of an earlier attempt
            grownTo = 0;
            await budget.GrowAsync(held, size, cancellation);
            held = grownTo = size;
        }

        /// <summary>The document is here.</summary>
        public void IsOf(long size)
        {
            var shrunk = Math.Max(0, grownTo - size); // of the largest not everything is kept
            budget.Change(size - held, size, shrunk);
            grownTo -= shrunk;
            held = size;
        }

        public void Dispose()
        {
            budget.Change(-held, null, grownTo);
            held = grownTo = 0;
        }
    }
}
