using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Voicebot.Core.Files;

/// <summary>
/// Looks from time to time whether a shared place of files can be used, so that people are told before they miss a file; and brings
/// backups there that were made beside the database.
/// </summary>
public sealed partial class FilesWatch(StoredFiles files, BackupMove backups, TimeProvider clock, ILogger<FilesWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Usually = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WhileAway = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!files.IsShared)
            return;
        for (var before = (string?)null; !stoppingToken.IsCancellationRequested; before = files.Fault?.Code)
        {
            if (await files.CheckAsync(stoppingToken) is { } fault)
            {
                if (fault.Code != before)
                    LogFault(fault.Code, fault.Sentence);
            }
            else
            {
                if (before is not null)
                    LogBack();
                await MoveBackupsAsync(stoppingToken);
            }
            await Task.Delay(files.Fault is null ? Usually : WhileAway, clock, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task MoveBackupsAsync(CancellationToken cancellation)
    {
        try
        {
            await backups.RunAsync(cancellation);
        }
        catch (Exception exception) when (exception is FilesException or IOException or UnauthorizedAccessException)
        {
            LogNotMoved(exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Code}: {Sentence}")]
    private partial void LogFault(string code, string sentence);

    [LoggerMessage(Level = LogLevel.Information, Message = "The place of archives and recordings can be used again.")]
    private partial void LogBack();

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "A backup of the database could not be moved to the place of files; it is tried again in a minute. {Why}")]
    private partial void LogNotMoved(string why);
}
