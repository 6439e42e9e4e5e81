namespace Voicebot.Functions.Security;

/// <summary>Counts wrong access keys per address: after ten within five minutes, the address waits.</summary>
public sealed class AttemptLimiter(TimeProvider clock)
{
    public const int MostFailures = 10;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private const int MostAddresses = 10_000;
    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> failures = new(StringComparer.Ordinal);

    /// <summary>How long the address has to wait; null when it may try.</summary>
    public TimeSpan? WaitOf(string address)
    {
        lock (gate)
        {
            if (!failures.TryGetValue(Bucket(address), out var times))
                return null;
            Forget(times);
            return times.Count < MostFailures ? null : times.Peek() + Window - clock.GetUtcNow();
        }
    }

    public void Failed(string address)
    {
        lock (gate)
        {
            if (failures.Count >= MostAddresses)
                Tidy();
            var bucket = Bucket(address);
            if (!failures.TryGetValue(bucket, out var times))
                failures[bucket] = times = new Queue<DateTimeOffset>();
            times.Enqueue(clock.GetUtcNow());
        }
    }

    /// <summary>When too many addresses fail at once, the new ones share one count, so that memory stays bounded.</summary>
    private string Bucket(string address) => failures.Count < MostAddresses || failures.ContainsKey(address) ? address : "";

    private void Tidy()
    {
        foreach (var (address, times) in failures.ToList())
        {
            Forget(times);
            if (times.Count == 0)
                failures.Remove(address);
        }
    }

    private void Forget(Queue<DateTimeOffset> times)
    {
        while (times.TryPeek(out var first) && first + Window <= clock.GetUtcNow())
            times.Dequeue();
    }
}
