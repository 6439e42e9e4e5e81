using System.Globalization;
using System.Text;
using Npgsql;

namespace Voicebot.Core.Data.Postgres;

/// <summary>The server's UTF-8 as it comes over the wire.</summary>
internal sealed class PostgresRowCursor(NpgsqlDataReader reader) : RowCursor
{
    public override bool Read() => reader.Read();

    public override bool IsNull(int column) => reader.IsDBNull(column);

    public override ReadOnlySpan<byte> Bytes(int column)
    {
        if (reader.IsDBNull(column))
            return [];
        return reader.GetFieldType(column) == typeof(long)
            ? Encoding.UTF8.GetBytes(reader.GetInt64(column).ToString(CultureInfo.InvariantCulture))
            : reader.GetFieldValue<byte[]>(column);
    }

    public override long Whole(int column) => Convert.ToInt64(reader.GetValue(column), CultureInfo.InvariantCulture);

    public override double Number(int column) => Convert.ToDouble(reader.GetValue(column), CultureInfo.InvariantCulture);

    public override void Dispose() => reader.Dispose();
}
