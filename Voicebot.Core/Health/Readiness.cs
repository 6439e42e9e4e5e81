using Voicebot.Core.Data;
using Voicebot.Core.Files;

namespace Voicebot.Core.Health;

/// <summary>
/// Whether this instance can do its work: its database answers and has its schema, and its files can be reached. Anybody may ask, so that
/// one look at a time is made for all who ask within a second.
/// </summary>
public sealed class Readiness(Database database, Migrator migrator, StoredFiles files, TimeProvider clock)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(4);

    private readonly Lock gate = new();
    private Task<string?>? look;
    private long began;

    /// <summary>A sentence that says what stands in the way, without a number, a key or a path; null when nothing does.</summary>
    public async Task<string?> ObstacleAsync(CancellationToken cancellation)
    {
        try
        {
            return await Look().WaitAsync(LongestLook, clock, cancellation);
        }
        catch (TimeoutException)
        {
            return "The database or the place of files does not answer in time. Check that they can be reached.";
        }
    }

    private Task<string?> Look()
    {
        lock (gate)
        {
            if (look is null || (look.IsCompleted && clock.GetElapsedTime(began) > KeptFor))
                (look, began) = (LookAsync(), clock.GetTimestamp());
            return look;
        }
    }

    private async Task<string?> LookAsync() =>
        await Task.Run(DatabaseObstacle) ?? (await files.CheckAsync(CancellationToken.None))?.Sentence;

    private string? DatabaseObstacle()
    {
        try
        {
            return migrator.SchemaVersion == migrator.KnownScripts ? null
                : "The database has the schema of another version of this program. Let one version run.";
        }
        catch (Exception exception) when (StorageFault.IsUnreachable(exception))
        {
            return "The database server does not answer. Check that it runs and can be reached from here.";
        }
        catch (Exception exception) when (StorageFault.Is(exception))
        {
            return $"{(database.IsEmbedded ? "The database file" : "The database server")} cannot be used; the log tells more.";
        }
    }
}
