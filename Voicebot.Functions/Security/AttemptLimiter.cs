using Voicebot.Core.Data;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Security;

/// <summary>
/// Counts wrong access keys per address: after ten within five minutes, the address waits. Where a server keeps the database, all
/// programs on it count together; else the count is in memory alone: a restart, which no stranger can bring about, begins anew.
/// </summary>
public sealed class AttemptLimiter
{
    public const int MostFailures = 10;
    public const int MostAddresses = 10_000;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan TidyEvery = TimeSpan.FromSeconds(10);
    private const string Others = "";
    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> failures = new(StringComparer.Ordinal);
    private readonly TimeProvider clock;
    private readonly SharedAttempts? shared;
    private DateTimeOffset nextTidying;

    /// <summary>Counts for this program alone.</summary>
    public AttemptLimiter(TimeProvider clock) => this.clock = clock;

    public AttemptLimiter(TimeProvider clock, Database database) : this(clock) =>
        shared = database.IsEmbedded ? null : new SharedAttempts(database, MostFailures, Window, MostAddresses);

    /// <summary>How many addresses are remembered.</summary>
    public int Known
    {
        get
        {
            lock (gate)
                return failures.Count;
        }
    }

    /// <summary>How long the address has to wait; null when it may try.</summary>
    public TimeSpan? WaitOf(string address)
    {
        if (shared is not null)
            return shared.WaitOf(address);
        lock (gate)
        {
            Tidy();
            if (!failures.TryGetValue(Bucket(address), out var times))
                return null;
            Forget(times);
            return times.Count < MostFailures ? null : times.Peek() + Window - clock.GetUtcNow();
        }
    }

    public void Failed(string address)
    {
        if (shared is not null)
        {
            shared.Add(address);
            return;
        }
        lock (gate)
        {
            Tidy();
            var bucket = Bucket(address);
            if (!failures.TryGetValue(bucket, out var times))
                failures[bucket] = times = new Queue<DateTimeOffset>(1);
            if (times.Count == MostFailures) // several at once; the newest count
                times.Dequeue();
            times.Enqueue(clock.GetUtcNow());
        }
    }

    /// <summary>When too many addresses fail at once, the new ones share one count, so that memory stays bounded.</summary>
    private string Bucket(string address) => failures.Count < MostAddresses || failures.ContainsKey(address) ? address : Others;

    /// <summary>Forgets addresses whose time is up; not at every attempt, so that many addresses do not cost much of it.</summary>
    private void Tidy()
    {
        var now = clock.GetUtcNow();
        if (now < nextTidying)
            return;
        nextTidying = now + TidyEvery;
        foreach (var (address, times) in failures)
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
