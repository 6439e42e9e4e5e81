using Voicebot.Core.Telemetry;

namespace Voicebot.Core.ElevenLabs;

/// <summary>
/// How many requests may be under way: starts low, grows while answers are good, halves when the vendor asks to slow down.
/// One budget for all agents of a key.
/// </summary>
public sealed class AdaptiveConcurrency(int start, int max, TimeProvider clock)
{
    private static readonly TimeSpan HalvingRest = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private readonly LinkedList<TaskCompletionSource> waiting = new();
    private double limit = start;
    private int running;
    private bool wasThrottled;
    private long lastHalved;

    /// <summary>Requests allowed at the moment.</summary>
    public int Limit
    {
        get
        {
            lock (gate)
                return (int)limit;
        }
    }

    /// <summary>Waits for a place; dispose the lease to give it back.</summary>
    public async Task<Lease> EnterAsync(CancellationToken cancellation)
    {
        LinkedListNode<TaskCompletionSource>? node = null;
        lock (gate)
        {
            if (running < (int)limit)
                running++;
            else
                node = waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        if (node is not null)
        {
            var began = MeasuredVendorCall.BeginWait();
            await using var registration = cancellation.Register(() => GiveUp(node, cancellation));
            await node.Value.Task;
            MeasuredVendorCall.WaitedForPlace(began);
        }
        return new Lease(this);
    }

    /// <summary>A good answer: one more at first, and after a throttling one more per full round.</summary>
    public void Succeeded()
    {
        lock (gate)
        {
            limit = Math.Min(max, limit + (wasThrottled ? 1 / limit : 1));
            Admit();
        }
    }

    /// <summary>The vendor asked to slow down. A burst of such answers to requests already under way counts once.</summary>
    public void Throttled()
    {
        lock (gate)
        {
            if (wasThrottled && clock.GetElapsedTime(lastHalved) < HalvingRest)
                return;
            limit = Math.Max(1, limit / 2);
            wasThrottled = true;
            lastHalved = clock.GetTimestamp();
        }
    }

    private void Leave()
    {
        lock (gate)
        {
            running--;
            Admit();
        }
    }

    private void Admit()
    {
        while (running < (int)limit && waiting.First is { } next)
        {
            waiting.RemoveFirst();
            if (next.Value.TrySetResult())
                running++;
        }
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource> node, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (node.List is not null)
                waiting.Remove(node);
            node.Value.TrySetCanceled(cancellation);
        }
    }

    public readonly struct Lease(AdaptiveConcurrency owner) : IDisposable
    {
        public void Dispose() => owner.Leave();
    }
}
