namespace Voicebot.Core.Files;

/// <summary>Files in a folder of a disk or of a network share.</summary>
internal sealed class FolderFiles(string root, bool isShared, TimeProvider clock) : StoredFiles
{
    private const string Unfinished = ".*.tmp";
    private const int MostAttempts = 50;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(100);

    // The owner may have put links there, which lead elsewhere.
    private static readonly EnumerationOptions OwnFiles = new() { AttributesToSkip = FileAttributes.ReparsePoint };

    public override bool IsShared => isShared;

    public override string Folder => root;

    public override Task<FileWriter> CreateAsync(string path, CancellationToken cancellation)
    {
        var (place, folder) = (At(path), Path.GetDirectoryName(At(path))!);
        if (folder == root)
            PrivateFiles.CreateFolder(root);
        else
            PrivateFiles.CreateOwnFolder(folder);
        return Task.FromResult<FileWriter>(new FolderWriter(Path.Combine(folder, $".{Guid.NewGuid():N}.tmp"), place, clock));
    }

    public override Task<StoredFile?> FindAsync(string path, CancellationToken cancellation) =>
        Task.FromResult(new FileInfo(At(path)) is { Exists: true } file ? Of(path, file) : null);

    public override Task<Stream?> OpenAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return Task.FromResult<Stream?>(PrivateFiles.Read(At(path), FileOptions.Asynchronous));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public override Task<IReadOnlyList<StoredFile>> ListAsync(string folder, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<StoredFile>>(!Directory.Exists(At(folder)) ? [] :
        [
            .. new DirectoryInfo(At(folder)).EnumerateFiles("*", OwnFiles).Where(file => !file.Name.StartsWith('.'))
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => Of(folder.Length == 0 ? file.Name : $"{folder}/{file.Name}", file)),
        ]);

    public override Task DeleteAsync(string path, CancellationToken cancellation)
    {
        if (Directory.Exists(Path.GetDirectoryName(At(path))))
            File.Delete(At(path));
        return Task.CompletedTask;
    }

    public override Task DeleteFolderAsync(string folder, CancellationToken cancellation)
    {
        if (Directory.Exists(At(folder)))
            Directory.Delete(At(folder), recursive: true);
        return Task.CompletedTask;
    }

    public override Task RemoveUnfinishedAsync(string folder, CancellationToken cancellation)
    {
        if (Directory.Exists(At(folder)))
            foreach (var path in Directory.EnumerateFiles(At(folder), Unfinished, OwnFiles).ToList())
                File.Delete(path);
        return Task.CompletedTask;
    }

    public override async Task<FilesTurn> TakeTurnAsync(string folder, CancellationToken cancellation)
    {
        PrivateFiles.CreateFolder(root);
        for (var attempt = 1; ; attempt++)
            try
            {
                return new Turn(PrivateFiles.Hold(At(folder) + ".lock"));
            }
            catch (IOException) when (attempt < MostAttempts)
            {
                await Task.Delay(BetweenAttempts, clock, cancellation);
            }
    }

    protected override Task<FilesFault?> LookAsync(CancellationToken cancellation)
    {
        try
        {
            PrivateFiles.CreateFolder(root);
            return Task.FromResult<FilesFault?>(null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult<FilesFault?>(new FilesFault(FilesFailure.Unreachable,
                "The folder of archives and recordings cannot be used. Check that VOICEBOT_FILES names a folder that is there and may be "
                + "written; work goes on when it is back."));
        }
    }

    private static StoredFile Of(string path, FileInfo file) => new(path, file.Length, file.LastWriteTimeUtc);

    private string At(string path) => path.Length == 0 ? root : Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));

    private sealed class Turn(FileStream file) : FilesTurn
    {
        public override Task ConfirmAsync(CancellationToken cancellation) => Task.CompletedTask; // the system keeps it

        public override ValueTask DisposeAsync() => file.DisposeAsync();
    }
}
