using System.Security.Cryptography;

namespace Voicebot.Core.Files;

/// <summary>
/// A file in the making: nobody sees it before it is committed, and closed without that it never was. Counts and hashes what it is given.
/// </summary>
public abstract class FileWriter : Stream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long SizeBytes { get; private set; }

    /// <summary>Of what was written so far, in lower-case hexadecimal.</summary>
    public string Sha256 => Convert.ToHexStringLower(hash.GetCurrentHash());

    public sealed override bool CanRead => false;
    public sealed override bool CanSeek => false;
    public sealed override bool CanWrite => true;
    public sealed override long Length => SizeBytes;

    public sealed override long Position
    {
        get => SizeBytes;
        set => throw new NotSupportedException();
    }

    /// <summary>What counts what it is given, and keeps none of it.</summary>
    public static FileWriter Counting() => new Counter();

    /// <summary>Lets the file be seen, whole and on the disk.</summary>
    /// <param name="replace">Takes the place of a file of that name; without it, there must be none.</param>
    public abstract Task CommitAsync(bool replace, CancellationToken cancellation);

    public sealed override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public sealed override void Write(ReadOnlySpan<byte> buffer)
    {
        Count(buffer);
        Put(buffer);
    }

    public sealed override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public sealed override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Count(buffer.Span);
        return PutAsync(buffer, cancellationToken);
    }

    /// <summary>Nothing has to reach anybody before the file is committed.</summary>
    public sealed override void Flush() { }

    public sealed override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public sealed override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public sealed override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public sealed override void SetLength(long value) => throw new NotSupportedException();

    protected abstract void Put(ReadOnlySpan<byte> bytes);

    protected abstract ValueTask PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            hash.Dispose();
        base.Dispose(disposing);
    }

    private void Count(ReadOnlySpan<byte> bytes)
    {
        hash.AppendData(bytes);
        SizeBytes += bytes.Length;
    }

    private sealed class Counter : FileWriter
    {
        public override Task CommitAsync(bool replace, CancellationToken cancellation) => throw new NotSupportedException();

        protected override void Put(ReadOnlySpan<byte> bytes) { }

        protected override ValueTask PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => ValueTask.CompletedTask;
    }
}
