using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Voicebot.Core.Data.Bulk;

/// <summary>
/// A hash of all rows of a table, whichever engine they lie in and in whichever order they come: the sum of the rows' own SHA-256.
/// </summary>
public sealed class ContentHash
{
    private const byte Null = 0;
    private readonly ArrayBufferWriter<byte> row = new();
    private UInt128 high;
    private UInt128 low;

    public long Rows { get; private set; }

    /// <summary>64 hexadecimal digits.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{high:x32}{low:x32}");

    /// <summary>Counts in the row that the cursor is at.</summary>
    public void Add(RowCursor values, IReadOnlyList<StoredColumn> columns)
    {
        row.ResetWrittenCount();
        for (var i = 0; i < columns.Count; i++)
            if (values.IsNull(i))
                Write([Null]);
            else
                switch (columns[i].Kind)
                {
                    case ColumnKind.Whole:
                        WriteNumber(values.Whole(i));
                        break;
                    case ColumnKind.Number:
                        // SQLite keeps no sign of a zero.
                        WriteNumber(BitConverter.DoubleToInt64Bits(values.Number(i) is not 0 and var number ? number : 0));
                        break;
                    default:
                        WriteBytes(values.Bytes(i));
                        break;
                }
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(row.WrittenSpan, hash);
        high += BinaryPrimitives.ReadUInt128BigEndian(hash);
        low += BinaryPrimitives.ReadUInt128BigEndian(hash[16..]);
        Rows++;
    }

    private void WriteNumber(long value)
    {
        Span<byte> bytes = stackalloc byte[1 + sizeof(long)];
        bytes[0] = 1;
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], value);
        Write(bytes);
    }

    private void WriteBytes(ReadOnlySpan<byte> value)
    {
        WriteNumber(value.Length);
        Write(value);
    }

    private void Write(ReadOnlySpan<byte> bytes) => row.Write(bytes);
}
