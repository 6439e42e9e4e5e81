using System.Runtime.InteropServices;

namespace Voicebot.Core.Columns;

/// <summary>
/// Gives each value that occurs a small number, from 1 on; 0 stands for none. A value is read from its bytes once, when it is new.
/// </summary>
/// <param name="read">Makes a value of its bytes.</param>
internal sealed class CodeTable<T>(Func<ReadOnlySpan<byte>, T> read)
{
    private const int BytesOfAnEntry = 80; // of dictionary, list and array, roughly

    private readonly Dictionary<byte[], int> codes = new(new BytesComparer());
    private readonly List<T> values = [default!];

    /// <summary>By code; the first is that of none.</summary>
    public ReadOnlySpan<T> Values => CollectionsMarshal.AsSpan(values);

    /// <summary>How much memory it takes, roughly; a value about as much as its bytes twice.</summary>
    public long Bytes { get; private set; }

    public int CodeOf(ReadOnlySpan<byte> key)
    {
        var known = codes.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (known.TryGetValue(key, out var code))
            return code;
        code = values.Count;
        values.Add(read(key));
        known[key] = code;
        Bytes += BytesOfAnEntry + (3L * key.Length);
        return code;
    }
}
