using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;

namespace Voicebot.Core.Data.Postgres;

/// <summary>Rows as arrays, one for each column, so that any number of them is one statement.</summary>
internal sealed partial class PostgresPreparedSet(NpgsqlConnection connection, string sql) : PreparedSet
{
    private const int MostRows = 1_000;

    private NpgsqlCommand? command;
    private ArrayKind[] kinds = [];

    public override void Run(RowSet rows)
    {
        for (var done = 0; done < rows.Count; done += MostRows)
        {
            var count = Math.Min(MostRows, rows.Count - done);
            var values = rows.From(done, count);
            var wanted = KindsOf(values, rows.Columns);
            if (command is null || !wanted.SequenceEqual(kinds))
                Begin(wanted);
            for (var column = 0; column < kinds.Length; column++)
                command!.Parameters[column].Value = Array(kinds[column], values, column, rows.Columns);
            command!.ExecuteNonQuery();
        }
    }

    public override void Dispose() => command?.Dispose();

    private void Begin(ArrayKind[] wanted)
    {
        command?.Dispose();
        kinds = wanted;
        var arrays = string.Join(", ", kinds.Select((kind, column) => $"${(column + 1).ToString(CultureInfo.InvariantCulture)}"));
        command = new NpgsqlCommand(sql.Replace(Rows, $"SELECT * FROM unnest({arrays})", StringComparison.Ordinal), connection);
        foreach (var kind in kinds)
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | TypeOf(kind) });
    }

    /// <summary>By the table's columns where rows are inserted as they are, else by the values.</summary>
    private ArrayKind[] KindsOf(ReadOnlySpan<object?> values, int columns)
    {
        tableKinds ??= ReadTableKinds();
        if (tableKinds.Length == columns)
            return tableKinds;
        var found = new ArrayKind[columns];
        for (var i = 0; i < values.Length; i++)
            found[i % columns] = values[i] switch
            {
                long or int or bool => ArrayKind.Whole,
                double => ArrayKind.Number,
                byte[] => ArrayKind.Bytes,
                _ => found[i % columns],
            };
        return found;
    }

    private ArrayKind[]? tableKinds;

    private ArrayKind[] ReadTableKinds()
    {
        var insert = PlainInsert().Match(sql);
        if (!insert.Success)
            return [];
        using var asked = new NpgsqlCommand(
            "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1",
            connection);
        asked.Parameters.Add(new NpgsqlParameter { Value = insert.Groups[1].Value });
        var types = new Dictionary<string, ArrayKind>(StringComparer.Ordinal);
        using (var reader = asked.ExecuteReader())
            while (reader.Read())
                types[reader.GetString(0)] = reader.GetString(1) switch
                {
                    "bigint" => ArrayKind.Whole,
                    "double precision" => ArrayKind.Number,
                    "bytea" => ArrayKind.Bytes,
                    _ => ArrayKind.Text,
                };
        return [.. insert.Groups[2].Value.Split(',', StringSplitOptions.TrimEntries).Select(column => types[column])];
    }

    private static Array Array(ArrayKind kind, ReadOnlySpan<object?> values, int column, int columns)
    {
        var count = values.Length / columns;
        switch (kind)
        {
            case ArrayKind.Whole:
                var whole = new long?[count];
                for (var i = 0; i < count; i++)
                    whole[i] = values[(i * columns) + column] switch
                    {
                        null => null,
                        bool flag => flag ? 1 : 0,
                        var value => Convert.ToInt64(value, CultureInfo.InvariantCulture),
                    };
                return whole;
            case ArrayKind.Number:
                var numbers = new double?[count];
                for (var i = 0; i < count; i++)
                    numbers[i] = values[(i * columns) + column] is { } value
                        ? Convert.ToDouble(value, CultureInfo.InvariantCulture)
                        : null;
                return numbers;
            case ArrayKind.Bytes:
                var bytes = new byte[]?[count];
                for (var i = 0; i < count; i++)
                    bytes[i] = (byte[]?)values[(i * columns) + column];
                return bytes;
            default:
                var texts = new string?[count];
                for (var i = 0; i < count; i++)
                    texts[i] = PostgresText.Storable((string?)values[(i * columns) + column]);
                return texts;
        }
    }

    private static NpgsqlDbType TypeOf(ArrayKind kind) => kind switch
    {
        ArrayKind.Whole => NpgsqlDbType.Bigint,
        ArrayKind.Number => NpgsqlDbType.Double,
        ArrayKind.Bytes => NpgsqlDbType.Bytea,
        _ => NpgsqlDbType.Text,
    };

    private enum ArrayKind
    {
        Text,
        Whole,
        Number,
        Bytes,
    }

    [GeneratedRegex(@"\A\s*INSERT INTO (\w+) \(([^)]*)\)\s+@rows")]
    private static partial Regex PlainInsert();
}
