using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;
using Voicebot.Core.Data.Bulk;

namespace Voicebot.Core.Data.Postgres;

/// <summary>Rows as arrays, one for each column, so that any number of them is one statement.</summary>
internal sealed partial class PostgresPreparedSet(NpgsqlConnection connection, string sql) : PreparedSet
{
    private const int MostRows = 1_000;

    private NpgsqlCommand? command;
    private ColumnKind[] kinds = [];

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

    private void Begin(ColumnKind[] wanted)
    {
        command?.Dispose();
        kinds = wanted;
        var arrays = string.Join(", ", kinds.Select((kind, column) => $"${(column + 1).ToString(CultureInfo.InvariantCulture)}"));
        command = new NpgsqlCommand(sql.Replace(Rows, $"SELECT * FROM unnest({arrays})", StringComparison.Ordinal), connection);
        foreach (var kind in kinds)
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | TypeOf(kind) });
    }

    /// <summary>By the table's columns where rows are inserted as they are, else by the values.</summary>
    private ColumnKind[] KindsOf(ReadOnlySpan<object?> values, int columns)
    {
        tableKinds ??= ReadTableKinds();
        if (tableKinds.Length == columns)
            return tableKinds;
        var found = new ColumnKind[columns];
        for (var i = 0; i < values.Length; i++)
            found[i % columns] = values[i] switch
            {
                long or int or bool => ColumnKind.Whole,
                double => ColumnKind.Number,
                byte[] => ColumnKind.Bytes,
                _ => found[i % columns],
            };
        return found;
    }

    private ColumnKind[]? tableKinds;

    private ColumnKind[] ReadTableKinds()
    {
        var insert = PlainInsert().Match(sql);
        if (!insert.Success)
            return [];
        using var asked = new NpgsqlCommand(
            "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1",
            connection);
        asked.Parameters.Add(new NpgsqlParameter { Value = insert.Groups[1].Value });
        var types = new Dictionary<string, ColumnKind>(StringComparer.Ordinal);
        using (var reader = asked.ExecuteReader())
            while (reader.Read())
                types[reader.GetString(0)] = PostgresCatalog.KindOf(reader.GetString(1));
        return [.. insert.Groups[2].Value.Split(',', StringSplitOptions.TrimEntries).Select(column => types[column])];
    }

    private static Array Array(ColumnKind kind, ReadOnlySpan<object?> values, int column, int columns)
    {
        var count = values.Length / columns;
        switch (kind)
        {
            case ColumnKind.Whole:
                var whole = new long?[count];
                for (var i = 0; i < count; i++)
                    whole[i] = values[(i * columns) + column] switch
                    {
                        null => null,
                        bool flag => flag ? 1 : 0,
                        var value => Convert.ToInt64(value, CultureInfo.InvariantCulture),
                    };
                return whole;
            case ColumnKind.Number:
                var numbers = new double?[count];
                for (var i = 0; i < count; i++)
                    numbers[i] = values[(i * columns) + column] is { } value
                        ? Convert.ToDouble(value, CultureInfo.InvariantCulture)
                        : null;
                return numbers;
            case ColumnKind.Bytes:
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

    private static NpgsqlDbType TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Whole => NpgsqlDbType.Bigint,
        ColumnKind.Number => NpgsqlDbType.Double,
        ColumnKind.Bytes => NpgsqlDbType.Bytea,
        _ => NpgsqlDbType.Text,
    };

    [GeneratedRegex(@"\A\s*INSERT INTO (\w+) \(([^)]*)\)\s+@rows")]
    private static partial Regex PlainInsert();
}
