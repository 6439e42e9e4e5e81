namespace Voicebot.Core.Files;

/// <summary>A blob that is read piece by piece, from any place in it; what the storage refuses meanwhile is told in our words.</summary>
internal sealed class ContainerReader(Stream blob, Func<Exception, Exception?> told) : Stream
{
    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => blob.Length;

    public override long Position
    {
        get => blob.Position;
        set => blob.Position = value;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return blob.Read(buffer, offset, count);
        }
        catch (Exception exception) when (told(exception) is { } failure)
        {
            throw failure;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await blob.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && told(exception) is { } failure)
        {
            throw failure;
        }
    }

    public override long Seek(long offset, SeekOrigin origin) => blob.Seek(offset, origin);
    public override void Flush() { }
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            blob.Dispose();
        base.Dispose(disposing);
    }
}
