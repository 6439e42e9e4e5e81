namespace Voicebot.Core.Columns;

/// <summary>
/// Gives each value that occurs a small number, from 1 on; 0 stands for none. A value is read from its bytes once, when it is new.
/// One writer; readers have <see cref="Codes"/>, which stay as they are.
/// </summary>
/// <param name="read">Makes a value of its bytes.</param>
internal sealed class CodeTable<T>(Func<ReadOnlySpan<byte>, T> read)
{
    private const int BytesOfAnEntry = 80; // of dictionary, array and value, roughly

    private readonly Dictionary<byte[], int> codes = new(new BytesComparer());
    private T[] values = new T[16];
    private int count = 1;

    /// <summary>How much memory it takes, roughly; a value about as much as its bytes twice.</summary>
    public long Bytes { get; private set; }

    /// <summary>Those of now: what comes later is added behind them.</summary>
    public Codes<T> Codes => new(values, count);

    public int CodeOf(ReadOnlySpan<byte> key)
    {
        var known = codes.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (known.TryGetValue(key, out var code))
            return code;
        if (count == values.Length)
            Array.Resize(ref values, count * 2);
        code = count;
        values[count++] = read(key);
        known[key] = code;
        Bytes += BytesOfAnEntry + (3L * key.Length);
        return code;
    }
}
