using System.Data.Common;
using CsvHelper;
using Dapper;
using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;

namespace Voicebot.Core.Csv;

/// <summary>
/// The one CSV writer, of exports and archives: UTF-8 with BOM, RFC 4180 quoting, one column per criterion and per collected
/// datum after the fixed ones, newest first. Rows go out as they are read, in constant memory and from one snapshot.
/// </summary>
public sealed class ConversationCsv(Database database)
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>Writes the matching conversations and returns how many rows there are, the header not counted.</summary>
    /// <exception cref="OperationCanceledException">The reader has gone; reading stops as well.</exception>
    public Task<long> WriteAsync(Stream output, ConversationFilter filter, CsvFormat format, CancellationToken cancellation) =>
        database.ReadAsync(connection => WriteRowsAsync(connection, output, filter, format, cancellation), cancellation);

    private static async Task<long> WriteRowsAsync(PreparedConnection connection, Stream output, ConversationFilter filter,
        CsvFormat format, CancellationToken cancellation)
    {
        using var snapshot = new ReadSnapshot(connection);
        var zone = DerivedState.Zone(connection);
        var criteria = AnswerColumns.Of(connection, Dimension.Criterion, filter);
        var collected = AnswerColumns.Of(connection, Dimension.Datum, filter, format.DecimalComma);

        var options = CsvWriterOptions.Default with
        {
            Separator = format.Delimiter.Sign,
            WriteByteOrderMark = true,
            BufferSize = BufferBytes,
        };
        await using var csv = CsvWriter.Create(output, options, leaveOpen: true);
        var writer = new CsvRowWriter(csv, format, zone, criteria, collected);
        writer.Header();
        await csv.EndRecordAsync(cancellation);

        using var command = Command(connection, filter);
        using var rows = connection.Cursor(command);
        var count = 0L;
        while (rows.Read())
        {
            writer.Row(rows);
            await csv.EndRecordAsync(cancellation);
            count++;
        }
        await csv.FlushAsync(cancellation);
        return count;
    }

    /// <summary>The rows of an export, newest first: the columns, then criteria and collected data as JSON.</summary>
    internal static DbCommand Command(PreparedConnection connection, ConversationFilter filter)
    {
        var parameters = new DynamicParameters();
        var where = filter.ToSql(connection, parameters);
        var sql = $"""
            SELECT {string.Join(", ", CsvColumn.All.Select(column => column.Sql))}, c.criteria, t.collected, c.client_ids
            FROM conversations c LEFT JOIN conversation_texts t ON t.id = c.id
            {where} {ConversationSort.NewestFirst.ToSql(connection.Dialect)}
            """;
        return connection.Expand(sql, parameters);
    }
}
