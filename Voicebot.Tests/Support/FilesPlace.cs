using Voicebot.Core.Files;

namespace Voicebot.Tests.Support;

/// <summary>A place of files of one test's own; the tests of a class run on each kind of place.</summary>
public abstract class FilesPlace : IAsyncDisposable
{
    private StoredFiles? files;

    public StoredFiles Files => files ??= Open();

    public static FilesPlace Folder() => new InFolder();

    public static FilesPlace Container() => new InContainer();

    /// <summary>Another program's view of the same place.</summary>
    public abstract StoredFiles Open();

    /// <summary>Skips the test where this kind of place is not at hand.</summary>
    public virtual void Require() { }

    public abstract ValueTask DisposeAsync();

    public async Task WriteAsync(string path, byte[] bytes)
    {
        await using var writer = await Files.CreateAsync(path, CancellationToken.None);
        await writer.WriteAsync(bytes);
        await writer.CommitAsync(replace: true, CancellationToken.None);
    }

    /// <summary>Null when there is no such file.</summary>
    public async Task<byte[]?> ReadAsync(string path)
    {
        await using var file = await Files.OpenAsync(path, CancellationToken.None);
        if (file is null)
            return null;
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    public async Task<IReadOnlyList<string>> NamesAsync(string folder) =>
        [.. (await Files.ListAsync(folder, CancellationToken.None)).Select(file => file.Path)];

    private sealed class InFolder : FilesPlace
    {
        private readonly TemporaryFolder folder = new();

        public override StoredFiles Open() => StoredFiles.InFolder(folder.FullPath, isShared: true, TimeProvider.System);

        public override ValueTask DisposeAsync()
        {
            folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private sealed class InContainer : FilesPlace
    {
        private string? address;

        public override StoredFiles Open()
        {
            Require();
            return StoredFiles.InContainer(ContainerAddress.Accept(address ??= BlobServer.NewAddress())!, TimeProvider.System);
        }

        public override void Require() => BlobServer.Require();

        public override async ValueTask DisposeAsync()
        {
            if (address is not null)
                await BlobServer.Client(address).DeleteIfExistsAsync();
        }
    }
}
