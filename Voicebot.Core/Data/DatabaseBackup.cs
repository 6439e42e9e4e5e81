using Voicebot.Core.Files;

namespace Voicebot.Core.Data;

/// <summary>
/// Copies the database while it is written: the copy is one consistent moment, compact, without remains of what was deleted,
/// and checked before anybody relies on it.
/// </summary>
/// <param name="copyOtherwise">Writes a checked copy to a path, where the database's engine cannot.</param>
public sealed class DatabaseBackup(Database database, Action<string, CancellationToken>? copyOtherwise = null)
{
    private const string TemporaryPrefix = ".backup-";
    private readonly SemaphoreSlim oneAtATime = new(1);

    private string Folder => Path.GetDirectoryName(database.Path)!;

    /// <summary>A snapshot to read and throw away: the file is gone once the stream is closed.</summary>
    /// <exception cref="DatabaseUnusableException">The copy did not come out sound.</exception>
    public async Task<FileStream> SnapshotAsync(CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        var path = Path.Combine(Folder, $"{TemporaryPrefix}{Guid.NewGuid():N}.tmp");
        try
        {
            await OwnThread.RunAsync(() => CopyTo(path, cancellation), cancellation);
            var snapshot = PrivateFiles.Read(path, FileOptions.DeleteOnClose | FileOptions.Asynchronous | FileOptions.SequentialScan);
            if (!OperatingSystem.IsWindows())
                File.Delete(path); // who reads it reads on, and nothing is left even when the process is killed
            return snapshot;
        }
        catch
        {
            File.Delete(path);
            throw;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Writes a checked copy to the path, in place of an older one only when it came out sound.</summary>
    /// <exception cref="DatabaseUnusableException">It did not; an older copy is still there.</exception>
    public void CopyTo(string path, CancellationToken cancellation = default)
    {
        var temporary = path + ".tmp";
        File.Delete(temporary);
        try
        {
            if (copyOtherwise is not null)
                copyOtherwise(temporary, cancellation);
            else
                CopyByItself(temporary);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Removes what interrupted snapshots left, after those that are being made.</summary>
    public async Task TidyAsync(CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            WrittenFiles.RemoveTemporary(Folder, path => path.StartsWith(TemporaryPrefix, StringComparison.Ordinal));
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private void CopyByItself(string path)
    {
        PrivateFiles.Create(path).Dispose(); // the copy goes into the empty file, with the rights that it has
        database.Guard(() => database.Engine.CopyTo(path));
        if (database.Engine.Fault(path) is { } fault)
            throw new DatabaseUnusableException(
                $"The copy of the database {database.Path} is not sound ({fault}), so the database itself is probably damaged. "
                + $"{DatabaseRestore.WayOut}");
    }
}
