using Microsoft.Extensions.Hosting;
using Voicebot.Core.Files;

namespace Voicebot.Core.Recordings;

/// <summary>
/// Deletes recordings from a shared place when their hour is over: no start of a program empties it, and perhaps nobody listens again.
/// </summary>
public sealed class RecordingPruning(StoredFiles files, RecordingCache recordings, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (files.IsShared && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await recordings.PruneAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is FilesException or IOException or UnauthorizedAccessException)
            {
                // It is told by the watch over the place, and tried again.
            }
            await Task.Delay(Again, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
