using Voicebot.Core.Telemetry;

namespace Voicebot.Core.ElevenLabs;

/// <summary>
/// How many requests may be under way: starts low, grows while answers are good, halves when the vendor asks to slow down.
/// One budget for all agents of a key; where several programs share it, this one keeps within its share, too.
/// </summary>
public sealed class AdaptiveConcurrency(int start, int max, TimeProvider clock)
{
    private static readonly TimeSpan HalvingRest = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private readonly LinkedList<TaskCompletionSource> waiting = new();
    private double limit = start;
    private int running;
    private int share = int.MaxValue;
    private int peak;
    private int slowdowns;
    private Action askNow = static () => { };
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
        Action? ask = null;
        lock (gate)
        {
            if (running < Allowed)
                running++;
            else
                node = waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            NoteDemand();
            if (share == 0)
                ask = askNow;
        }
        ask?.Invoke();
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
        Action ask;
        lock (gate)
        {
            if (!Halve())
                return;
            slowdowns++;
            ask = askNow;
        }
        ask();
    }

    /// <summary>The vendor asked another program with the same budget to slow down.</summary>
    public void OthersThrottled()
    {
        lock (gate)
            Halve();
    }

    /// <summary>From now on the budget is shared.</summary>
    /// <param name="places">As in <see cref="Share"/>.</param>
    /// <param name="ask">Called when the share has to be looked at without delay.</param>
    public void ShareBeginsWith(int places, Action ask)
    {
        lock (gate)
            askNow = ask;
        Share(places);
    }

    /// <summary>So many requests may be under way at the most; those that are go on.</summary>
    public void Share(int places)
    {
        lock (gate)
        {
            share = places;
            Admit();
        }
    }

    /// <summary>What was needed since the last time.</summary>
    public Demand TakeDemand()
    {
        lock (gate)
        {
            var most = peak == 0 ? 0 : Math.Min(max, Math.Min(2 * (int)limit, Math.Max(start, 2 * peak)));
            var demand = new Demand(most, Math.Max(running, share), slowdowns);
            slowdowns = 0;
            peak = 0;
            NoteDemand();
            return demand;
        }
    }

    private int Allowed => Math.Min((int)limit, share);

    private void NoteDemand() => peak = Math.Max(peak, running + waiting.Count);

    /// <returns>False when it has been done just now.</returns>
    private bool Halve()
    {
        if (wasThrottled && clock.GetElapsedTime(lastHalved) < HalvingRest)
            return false;
        limit = Math.Max(1, Math.Min(limit, share) / 2);
        wasThrottled = true;
        lastHalved = clock.GetTimestamp();
        return true;
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
        while (running < Allowed && waiting.First is { } next)
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
