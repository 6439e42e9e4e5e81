namespace Voicebot.Core.Webhooks;

/// <summary>One body as it arrives: in memory while small, beyond that in a file that is gone when this is disposed of.</summary>
public sealed class SpooledBody(Func<FileStream> newFile, Action leave) : IAsyncDisposable
{
    private const int MostInMemory = 64 * 1024;

    private readonly MemoryStream memory = new();
    private FileStream? file;
    private bool hasLeft;

    public async ValueTask AppendAsync(ReadOnlyMemory<byte> bytes)
    {
        if (file is null && memory.Length + bytes.Length <= MostInMemory)
        {
            memory.Write(bytes.Span);
            return;
        }
        if (file is null)
        {
            file = newFile();
            memory.WriteTo(file);
            memory.SetLength(0);
        }
        await file.WriteAsync(bytes);
    }

    /// <summary>Makes room for the next sender; called when this one is known.</summary>
    public void Leave()
    {
        if (hasLeft)
            return;
        hasLeft = true;
        leave();
    }

    /// <summary>All of it; only once its sender is known.</summary>
    public async Task<byte[]> ReadAllAsync(CancellationToken cancellation)
    {
        if (file is null)
            return memory.ToArray();
        var bytes = new byte[file.Length];
        file.Position = 0;
        await file.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }

    public async ValueTask DisposeAsync()
    {
        Leave();
        if (file is not null)
            await file.DisposeAsync();
        await memory.DisposeAsync();
    }
}
