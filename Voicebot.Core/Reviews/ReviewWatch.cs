using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;

namespace Voicebot.Core.Reviews;

/// <summary>Has the rules asked whenever something changed, in this program or another one on the same database.</summary>
public sealed partial class ReviewWatch(Database database, ReviewRounds rounds, ILogger<ReviewWatch> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        long? seen = null;
        return RepeatedWork.RunAsync(async () =>
        {
            var version = database.Version;
            if (version == seen)
                return;
            await OwnThread.RunAsync(() => rounds.Run(stoppingToken), stoppingToken);
            seen = version;
        }, failure => LogFailed(ForeignText.Of(failure)), stoppingToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The rules of the review inbox could not be asked; it is tried again. {Error}")]
    private partial void LogFailed(string error);
}
