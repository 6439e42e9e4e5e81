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
    private const int TurnsPerMinute = 30;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        AskAsync(stoppingToken),
        RepeatedWork.RunAsync(() => post.RunAsync(stoppingToken), failure => LogFailed("send alerts", ForeignText.Of(failure)),
            stoppingToken));

    private Task AskAsync(CancellationToken stopping)
    {
        long? seen = null;
        var turns = 0;
        return RepeatedWork.RunAsync(async () =>
        {
            var version = database.Version;
            if (version == seen && ++turns < TurnsPerMinute)
                return;
            await OwnThread.RunAsync(() => rounds.Run(stopping), stopping);
            (seen, turns) = (version, 0);
        }, failure => LogFailed("ask the rules of alerts", ForeignText.Of(failure)), stopping);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The program could not {What}; it is tried again. {Error}")]
    private partial void LogFailed(string what, string error);
}
