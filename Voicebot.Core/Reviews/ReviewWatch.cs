using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;

namespace Voicebot.Core.Reviews;

/// <summary>Has the rules asked whenever something changed, in this program or another one on the same database.</summary>
public sealed partial class ReviewWatch(Database database, ReviewRounds rounds, ILogger<ReviewWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        long? seen = null;
        var hasFailed = false;
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                var version = database.Version;
                if (version == seen)
                    continue;
                await OwnThread.RunAsync(() => rounds.Run(stoppingToken), stoppingToken);
                (seen, hasFailed) = (version, false);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                if (!hasFailed)
                    LogFailed(ForeignText.Of(failure)); // a full disk or a locked file; once is enough until it is over
                hasFailed = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The rules of the review inbox could not be asked; it is tried again. {Error}")]
    private partial void LogFailed(string error);
}
