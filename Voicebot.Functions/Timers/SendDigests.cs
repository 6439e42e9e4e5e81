using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Digests;
using Voicebot.Core.Scheduling;

namespace Voicebot.Functions.Timers;

/// <summary>
/// Every five minutes, in each program: sends the digests that are due, of which each is taken once. Where the nightly synchronisation
/// comes before the local day is over, as in America, it asks for one.
/// </summary>
public sealed class SendDigests(DigestRounds rounds, DigestPost post, ScheduledWork work)
{
    [Function(nameof(SendDigests))]
    public async Task Run([TimerTrigger(Jobs.DigestTrigger, UseMonitor = false)] TimerInfo timer, CancellationToken cancellation)
    {
        if (rounds.Plan(cancellation))
            work.StartSync();
        await post.RunAsync(cancellation);
    }
}
