namespace Voicebot.Core.Data;

/// <summary>
/// Reads rows without making .NET texts of them: an export passes on what lies in the database. What a method gives is valid until the
/// next row is read.
/// </summary>
public abstract class RowCursor : IDisposable
{
    public abstract bool Read();

    public abstract bool IsNull(int column);

    /// <summary>The text as UTF-8, or the bytes; empty for a null.</summary>
    public abstract ReadOnlySpan<byte> Bytes(int column);

    public abstract long Whole(int column);

    public abstract double Number(int column);

    public abstract void Dispose();
}
