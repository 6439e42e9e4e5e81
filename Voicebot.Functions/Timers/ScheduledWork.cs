using Microsoft.Extensions.Logging;
using Voicebot.Core.Archiving;
using Voicebot.Core.Privacy;
using Voicebot.Core.Recordings;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;

namespace Voicebot.Functions.Timers;

/// <summary>What the timers start, at their time or when a missed one is made up for.</summary>
public sealed class ScheduledWork(VoicebotSettings settings, SyncService sync, Archiver archiver, Forgetting forgetting,
    RecordingCache recordings, ILogger<ScheduledWork> log)
{
    public void StartSync()
    {
        var current = settings.Current;
        if (current.Connection is null || current.ActiveAgentIds.Count == 0)
        {
            log.LogInformation("The nightly synchronisation has nothing to do: there is no API key or no agent yet.");
            return;
        }
        sync.StartNightly(current);
    }

    public async Task ForgetAsync(CancellationToken cancellation)
    {
        if ((await forgetting.RunAsync(cancellation)).Texts > 0)
            await recordings.ClearAsync(cancellation);
    }

    public async Task ArchiveAsync(CancellationToken cancellation)
    {
        var archives = await archiver.ArchivePreviousMonthAsync(cancellation);
        log.LogInformation("The monthly archive check found {Count} archive(s) in place.", archives.Count);
    }
}
