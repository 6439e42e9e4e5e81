namespace Voicebot.Core.Search;

/// <summary>A list was given up because it would have gone through too much; a narrower one answers at once.</summary>
public sealed class QueryTooBroadException(Exception inner)
    : Exception($"The conversations could not be searched within {TimeLimit.TotalSeconds:0} seconds. Choose a shorter period, or add words or filters.", inner)
{
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(10);

    /// <exception cref="QueryTooBroadException">The time was up; when the caller's own token was cancelled, that exception goes on.</exception>
    public static T Limit<T>(CancellationToken cancellation, Func<CancellationToken, T> read)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeLimit);
        try
        {
            return read(limit.Token);
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            throw new QueryTooBroadException(exception);
        }
    }
}
