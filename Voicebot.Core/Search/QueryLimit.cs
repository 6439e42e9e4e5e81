using Voicebot.Core.Data;

namespace Voicebot.Core.Search;

/// <summary>How much work one question may be.</summary>
public sealed record QueryLimit
{
    /// <summary>
    /// Steps of SQLite's machine, of which looking at one conversation takes about 20: twenty million conversations looked at one by
    /// one, in seconds on a quick machine and in a minute on a slow one.
    /// </summary>
    public long MostSteps { get; init; } = 400_000_000;

    /// <exception cref="QueryTooBroadException">It was more; when the caller has gone, that exception goes on.</exception>
    public T Read<T>(Database database, Func<PreparedConnection, T> read, CancellationToken cancellation)
    {
        try
        {
            return database.ReadWithin(MostSteps, read, cancellation);
        }
        catch (WorkLimitException exception)
        {
            throw new QueryTooBroadException(exception);
        }
    }
}
