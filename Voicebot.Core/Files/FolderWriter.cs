namespace Voicebot.Core.Files;

/// <summary>A file in the making beside its place, moved there when it is committed.</summary>
internal sealed class FolderWriter(string temporary, string path, TimeProvider clock) : FileWriter
{
    private readonly FileStream file = PrivateFiles.Create(temporary, FileOptions.Asynchronous);

    public override async Task CommitAsync(bool replace, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        file.Flush(flushToDisk: true);
        await file.DisposeAsync();
        File.Move(temporary, path, replace);
        File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
    }

    protected override void Put(ReadOnlySpan<byte> bytes) => file.Write(bytes);

    protected override ValueTask PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
        file.WriteAsync(bytes, cancellation);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
            if (Directory.Exists(Path.GetDirectoryName(temporary)))
                File.Delete(temporary); // nothing when it was committed
        }
        base.Dispose(disposing);
    }
}
