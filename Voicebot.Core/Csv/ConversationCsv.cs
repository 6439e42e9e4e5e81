using System.Globalization;
using System.Text;
using CsvHelper;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;
using Voicebot.Core.Time;

namespace Voicebot.Core.Csv;

/// <summary>
/// The one CSV writer, of exports and archives: UTF-8 with BOM, RFC 4180 quoting, one column per criterion and per collected
/// datum after the fixed ones, local time with offset, newest first. Rows go out as they are read, in constant memory: SQLite's
/// UTF-8 goes to the output without becoming .NET text in between.
/// </summary>
public sealed class ConversationCsv(Database database)
{
    private const int BufferBytes = 64 * 1024;

    private static readonly int PhoneColumn = CsvColumn.All.Index().Single(column => column.Item.Kind == CellKind.ClientPhone).Index;
    private static readonly int CriteriaColumn = CsvColumn.All.Count;
    private static readonly int CollectedColumn = CsvColumn.All.Count + 1;
    private static readonly int ClientIdsColumn = CsvColumn.All.Count + 2;

    /// <summary>Writes the matching conversations and returns how many rows there are, the header not counted.</summary>
    /// <param name="maskPhones">Hides the clients' numbers.</param>
    /// <exception cref="OperationCanceledException">The reader has gone; reading stops as well.</exception>
    public async Task<long> WriteAsync(Stream output, ConversationFilter filter, CsvDelimiter delimiter, bool maskPhones, CancellationToken cancellation)
    {
        try
        {
            return await WriteRowsAsync(output, filter, delimiter, maskPhones, cancellation);
        }
        catch (SqliteException exception) when (Database.IsInterrupt(exception, cancellation))
        {
            throw new OperationCanceledException(exception.Message, exception, cancellation);
        }
    }

    private async Task<long> WriteRowsAsync(Stream output, ConversationFilter filter, CsvDelimiter delimiter, bool maskPhones, CancellationToken cancellation)
    {
        using var connection = database.Open();
        using var interrupt = Database.InterruptOn(connection, cancellation);
        using var snapshot = new ReadSnapshot(connection);
        var masking = maskPhones ? new CsvMasking() : null;
        var zone = DerivedState.Zone(connection);
        var criteria = AnswerColumns.Of(connection, Dimension.Criterion, filter);
        var collected = AnswerColumns.Of(connection, Dimension.Datum, filter);

        var options = CsvWriterOptions.Default with { Separator = delimiter.Sign, WriteByteOrderMark = true, BufferSize = BufferBytes };
        await using var csv = CsvWriter.Create(output, options, leaveOpen: true);
        WriteHeader(csv, criteria, collected);
        await csv.EndRecordAsync(cancellation);

        using var command = Command(connection, filter);
        using var rows = command.ExecuteReader();
        var count = 0L;
        while (rows.Read())
        {
            WriteRow(csv, rows.Handle!, zone, criteria, collected, masking);
            await csv.EndRecordAsync(cancellation);
            count++;
        }
        await csv.FlushAsync(cancellation);
        return count;
    }

    /// <summary>The rows of an export, newest first: the columns, then criteria and collected data as JSON.</summary>
    internal static SqliteCommand Command(PreparedConnection connection, ConversationFilter filter)
    {
        var parameters = new DynamicParameters();
        var where = filter.ToSql(connection, parameters);
        var sql = $"""
            SELECT {string.Join(", ", CsvColumn.All.Select(column => column.Sql))}, c.criteria, t.collected, c.client_ids
            FROM conversations c LEFT JOIN conversation_texts t ON t.id = c.id
            {where} {ConversationSort.NewestFirst.ToSql()}
            """;
        return connection.Expand(sql, parameters);
    }

    private static void WriteHeader(CsvWriter csv, AnswerColumns criteria, AnswerColumns collected)
    {
        foreach (var column in CsvColumn.All)
            csv.WriteField(column.Name);
        foreach (var criterion in criteria.Ids)
            csv.WriteField("criterion_" + criterion);
        foreach (var datum in collected.Ids)
            csv.WriteField("data_" + datum);
    }

    private static void WriteRow(CsvWriter csv, sqlite3_stmt row, ReportingZone zone, AnswerColumns criteria, AnswerColumns collected, CsvMasking? masking)
    {
        masking?.Begin(raw.sqlite3_column_blob(row, PhoneColumn), raw.sqlite3_column_blob(row, ClientIdsColumn));
        for (var i = 0; i < CsvColumn.All.Count; i++)
            WriteCell(csv, row, i, CsvColumn.All[i].Kind, zone, masking);
        foreach (var result in criteria.Read(raw.sqlite3_column_blob(row, CriteriaColumn)))
            csv.WriteField(CsvText.Neutralise(result));
        var data = raw.sqlite3_column_blob(row, CollectedColumn);
        var hide = masking?.MayBeIn(data) == true;
        foreach (var value in collected.Read(data))
            csv.WriteField(CsvText.Neutralise(hide ? masking!.Within(value) : value));
    }

    private static void WriteCell(CsvWriter csv, sqlite3_stmt row, int index, CellKind kind, ReportingZone zone, CsvMasking? masking)
    {
        if (raw.sqlite3_column_type(row, index) == raw.SQLITE_NULL)
        {
            csv.WriteField(ReadOnlySpan<byte>.Empty);
            return;
        }
        switch (kind)
        {
            case CellKind.ClientPhone when masking is not null:
                csv.WriteField(CsvText.Neutralise(masking.Phone));
                break;
            case CellKind.Text or CellKind.Personal or CellKind.ClientPhone:
                var text = raw.sqlite3_column_blob(row, index);
                if (kind == CellKind.Personal && masking?.MayBeIn(text) == true)
                    csv.WriteField(CsvText.Neutralise(masking.Within(Encoding.UTF8.GetString(text))));
                else if (CsvText.IsHarmless(text))
                    csv.WriteField(text);
                else
                    csv.WriteField(CsvText.Neutralise(Encoding.UTF8.GetString(text)));
                break;
            case CellKind.Plain:
                csv.WriteField(raw.sqlite3_column_blob(row, index));
                break;
            case CellKind.Flag:
                csv.WriteField(raw.sqlite3_column_int(row, index) != 0 ? "true"u8 : "false"u8);
                break;
            case CellKind.Instant:
                Span<byte> time = stackalloc byte[40];
                zone.Local(raw.sqlite3_column_int64(row, index)).TryFormat(time, out var length, "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
                csv.WriteField(time[..length]);
                break;
            case CellKind.Decimal:
                Span<byte> number = stackalloc byte[40];
                raw.sqlite3_column_double(row, index).TryFormat(number, out var digits, "0.########", CultureInfo.InvariantCulture);
                csv.WriteField(number[..digits]);
                break;
        }
    }
}
