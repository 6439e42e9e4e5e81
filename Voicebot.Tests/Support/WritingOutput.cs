namespace Voicebot.Tests.Support;

/// <summary>Does something when the first bytes of a file come.</summary>
internal sealed class WritingOutput(Action onFirst) : MemoryStream
{
    public bool HasWritten { get; private set; }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Begin();
        return base.WriteAsync(buffer, cancellationToken);
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        Begin();
        base.Write(buffer, offset, count);
    }

    private void Begin()
    {
        if (HasWritten)
            return;
        HasWritten = true;
        onFirst();
    }
}
