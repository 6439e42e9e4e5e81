using Microsoft.Extensions.Logging;

namespace Voicebot.Core.Files;

/// <summary>
/// Moves the copies that are made of the database before a change of its schema or a restore to the place of files, where that is another
/// one than the data folder: each whole, and gone here only when it is there.
/// </summary>
public sealed partial class BackupMove(StoredFiles files, string dataFolder, ILogger<BackupMove> log)
{
    /// <exception cref="FilesException">One could not be moved; so for IOException and UnauthorizedAccessException.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (files.Folder is { } folder && Path.GetFullPath(folder) == Path.GetFullPath(dataFolder))
            return;
        var copies = WrittenFiles.Walk(dataFolder).Where(file => file.Kind is { Care: FileCare.OwnersToRemove })
            .Select(file => file.Path).ToList();
        if (copies.Count > 0)
            await files.RemoveUnfinishedAsync("", cancellation); // of a move that an end of the program broke off
        foreach (var path in copies)
            await MoveAsync(path, cancellation);
    }

    private async Task MoveAsync(string path, CancellationToken cancellation)
    {
        var here = Path.Combine(dataFolder, path);
        await using (var copy = PrivateFiles.Read(here, FileOptions.Asynchronous | FileOptions.SequentialScan))
        await using (var writer = await files.CreateAsync(path, cancellation))
        {
            await copy.CopyToAsync(writer, cancellation);
            await writer.CommitAsync(replace: true, cancellation);
        }
        File.Delete(here);
        LogMoved(path);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The backup {Name} was moved to the place of files.")]
    private partial void LogMoved(string name);
}
