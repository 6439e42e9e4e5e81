using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;

namespace Voicebot.Core.Alerts;

/// <summary>
/// Has the rules of alerts asked whenever something changed, here or elsewhere, and every minute, because time passes, too; and sends what
/// is due. Neither waits for the other.
/// </summary>
public sealed partial class AlertWatch(Database database, AlertRounds rounds, AlertPost post, ILogger<AlertWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private const int TurnsPerMinute = 30;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(AskAsync(stoppingToken), RepeatAsync("send alerts", () => post.RunAsync(stoppingToken), stoppingToken));

    private async Task AskAsync(CancellationToken stopping)
    {
        long? seen = null;
        var turns = 0;
        await RepeatAsync("ask the rules of alerts", async () =>
        {
            var version = database.Version;
            if (version == seen && ++turns < TurnsPerMinute)
                return;
            await OwnThread.RunAsync(() => rounds.Run(stopping), stopping);
            (seen, turns) = (version, 0);
        }, stopping);
    }

    private async Task RepeatAsync(string what, Func<Task> work, CancellationToken stopping)
    {
        var hasFailed = false;
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await work();
                hasFailed = false;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                if (!hasFailed)
                    LogFailed(what, ForeignText.Of(failure)); // a full disk or a locked file; once is enough until it is over
                hasFailed = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The program could not {What}; it is tried again. {Error}")]
    private partial void LogFailed(string what, string error);
}
