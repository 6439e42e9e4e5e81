namespace Voicebot.Functions.Routing;

/// <summary>
/// A connection of the local host. It may be closed to make room for another while it waits: for a request, for the rest of one,
/// or for somebody who has not signed in to take his answer. Other hosts have connections of their own.
/// </summary>
/// <param name="address">By which its caller is counted (see <see cref="CallerAddress"/>).</param>
/// <param name="close">Ends it at once.</param>
public sealed class OpenConnection(string address, Action close)
{
    private const long Working = long.MaxValue;
    private static long last;
    private long waitingSince = Interlocked.Increment(ref last);

    public string Address => address;

    public bool IsWaiting => Volatile.Read(ref waitingSince) != Working;

    /// <summary>Lower for who waits longer.</summary>
    public long WaitingSince => Volatile.Read(ref waitingSince);

    /// <summary>A request is there as a whole, and is being answered.</summary>
    public void Work() => Volatile.Write(ref waitingSince, Working);

    public void Wait() => Volatile.Write(ref waitingSince, Interlocked.Increment(ref last));

    public void Close() => close();
}
