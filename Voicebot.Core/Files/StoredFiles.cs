namespace Voicebot.Core.Files;

/// <summary>A file as it lies in a place of <see cref="StoredFiles"/>.</summary>
/// <param name="Path">From the place's root, with '/'.</param>
public sealed record StoredFile(string Path, long SizeBytes, DateTimeOffset ChangedAt)
{
    /// <summary>Without its folder.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}

/// <summary>
/// Where archives, recordings and backups lie: a folder or a blob container, with the same promises. A file is there whole or not at all;
/// paths go from the root with '/', and their names are checked (<see cref="PlainName"/>) by who makes them. What a place cannot do leaves
/// it as <see cref="FilesException"/>, of a folder as the system's own exceptions.
/// </summary>
public abstract class StoredFiles
{
    private FilesFault? fault;

    /// <summary>Programs on other computers may use the same files.</summary>
    public abstract bool IsShared { get; }

    /// <summary>The folder where the files lie; null when it is no folder.</summary>
    public virtual string? Folder => null;

    /// <summary>What stood in the way the last time, null when nothing did.</summary>
    public FilesFault? Fault => Volatile.Read(ref fault);

    /// <param name="isShared">Programs on other computers may use the same folder.</param>
    public static StoredFiles InFolder(string folder, bool isShared, TimeProvider clock) => new FolderFiles(folder, isShared, clock);

    public static StoredFiles InContainer(ContainerAddress address, TimeProvider clock) => new ContainerFiles(address, clock);

    /// <summary>Asks within seconds whether the place can be used, and takes it into use when it can.</summary>
    /// <returns>What stands in the way; null when nothing does.</returns>
    public async Task<FilesFault?> CheckAsync(CancellationToken cancellation)
    {
        Saw(await LookAsync(cancellation));
        return Fault;
    }

    /// <summary>A new file, seen by nobody before it is committed.</summary>
    public abstract Task<FileWriter> CreateAsync(string path, CancellationToken cancellation);

    /// <summary>Null when there is no such file.</summary>
    public abstract Task<StoredFile?> FindAsync(string path, CancellationToken cancellation);

    /// <summary>
    /// Reads a file from any place in it; null when there is no such file. A file that is replaced meanwhile is read on as it was, or the
    /// reader fails.
    /// </summary>
    public abstract Task<Stream?> OpenAsync(string path, CancellationToken cancellation);

    /// <summary>The whole files of a folder ("" is the root), without those of folders in it, in the order of their names.</summary>
    public abstract Task<IReadOnlyList<StoredFile>> ListAsync(string folder, CancellationToken cancellation);

    /// <summary>Nothing when it is not there.</summary>
    public abstract Task DeleteAsync(string path, CancellationToken cancellation);

    /// <summary>The folder with everything in it.</summary>
    public abstract Task DeleteFolderAsync(string folder, CancellationToken cancellation);

    /// <summary>Removes what ended programs were about to write there; call it while nobody else writes.</summary>
    public abstract Task RemoveUnfinishedAsync(string folder, CancellationToken cancellation);

    /// <summary>Waits for the folder's turn, which one at a time has among all programs; it ends with the program.</summary>
    public abstract Task<FilesTurn> TakeTurnAsync(string folder, CancellationToken cancellation);

    /// <returns>What stands in the way; null when nothing does.</returns>
    protected abstract Task<FilesFault?> LookAsync(CancellationToken cancellation);

    /// <summary>Remembers what stands in the way; null when nothing does.</summary>
    protected void Saw(FilesFault? seen) => Volatile.Write(ref fault, seen);
}

/// <summary>The right to change the files of a folder.</summary>
public abstract class FilesTurn : IAsyncDisposable
{
    /// <summary>Returns when the turn is certain to last for some seconds more.</summary>
    /// <exception cref="FilesException">It has been lost.</exception>
    public abstract Task ConfirmAsync(CancellationToken cancellation);

    public abstract ValueTask DisposeAsync();
}
