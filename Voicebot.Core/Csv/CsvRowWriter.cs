using System.Globalization;
using System.Text;
using CsvHelper;
using Voicebot.Core.Data;
using Voicebot.Core.Time;

namespace Voicebot.Core.Csv;

/// <summary>
/// Writes the header and the rows of <see cref="ConversationCsv"/>: the database's UTF-8 goes to the output without becoming .NET text in
/// between.
/// </summary>
internal sealed class CsvRowWriter(CsvWriter csv, CsvFormat format, ReportingZone zone, AnswerColumns criteria, AnswerColumns collected)
{
    private static readonly int PhoneColumn = CsvColumn.All.Index().Single(column => column.Item.Kind == CellKind.ClientPhone).Index;
    private static readonly int CriteriaColumn = CsvColumn.All.Count;
    private static readonly int CollectedColumn = CsvColumn.All.Count + 1;
    private static readonly int ClientIdsColumn = CsvColumn.All.Count + 2;

    private readonly CsvMasking? masking = format.MaskPhones ? new CsvMasking() : null;
    private readonly string? beforeId = format.Page is { } page ? ConversationLink.Before(page) : null;

    public void Header()
    {
        foreach (var column in CsvColumn.All)
            csv.WriteField(column.Name);
        foreach (var criterion in criteria.Ids)
            csv.WriteField("criterion_" + criterion);
        foreach (var datum in collected.Ids)
            csv.WriteField("data_" + datum);
    }

    /// <param name="row">The columns, then criteria, collected data and the client's other ids as JSON.</param>
    public void Row(RowCursor row)
    {
        masking?.Begin(row.Bytes(PhoneColumn), row.Bytes(ClientIdsColumn));
        for (var i = 0; i < CsvColumn.All.Count; i++)
            Cell(row, i, CsvColumn.All[i].Kind);
        foreach (var result in criteria.Read(row.Bytes(CriteriaColumn)))
            Text(format.CriteriaAsNumbers ? AsNumber(result) : result);
        var data = row.Bytes(CollectedColumn);
        var hide = masking?.MayBeIn(data) == true;
        foreach (var value in collected.Read(data))
            Text(hide ? masking!.Within(value) : value);
    }

    private void Cell(RowCursor row, int index, CellKind kind)
    {
        if (row.IsNull(index))
        {
            csv.WriteField(ReadOnlySpan<byte>.Empty);
            return;
        }
        switch (kind)
        {
            case CellKind.ClientPhone when masking is not null:
                Text(masking.Phone);
                break;
            case CellKind.Text or CellKind.Personal or CellKind.ClientPhone:
                var text = row.Bytes(index);
                if (kind == CellKind.Personal && masking?.MayBeIn(text) == true)
                    Text(masking.Within(Encoding.UTF8.GetString(text)));
                // bytes are never fewer than UTF-16 units
                else if (CsvText.IsHarmless(text) && (format.WholeCells || text.Length <= CellLimit.MaxLength))
                    csv.WriteField(text);
                else
                    Text(Encoding.UTF8.GetString(text));
                break;
            case CellKind.Plain:
                csv.WriteField(row.Bytes(index));
                break;
            case CellKind.Flag:
                csv.WriteField(row.Whole(index) != 0 ? "true"u8 : "false"u8);
                break;
            case CellKind.Instant:
                Span<byte> time = stackalloc byte[40];
                zone.Local(row.Whole(index))
                    .TryFormat(time, out var length, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
                csv.WriteField(time[..length]);
                break;
            case CellKind.Offset:
                csv.WriteField((long)zone.Local(row.Whole(index)).TotalOffsetMinutes);
                break;
            case CellKind.Decimal:
                Number(row.Number(index));
                break;
            case CellKind.Link:
                Link(row.Bytes(index));
                break;
        }
    }

    private void Text(string? text)
    {
        var harmless = CsvText.Neutralise(text);
        csv.WriteField(harmless is null || format.WholeCells ? harmless : CellLimit.Cut(harmless));
    }

    private void Number(double number)
    {
        Span<byte> text = stackalloc byte[40];
        number.TryFormat(text, out var length, "0.########", CultureInfo.InvariantCulture);
        if (format.DecimalComma)
            text[..length].Replace((byte)'.', (byte)',');
        csv.WriteField(text[..length]);
    }

    private void Link(ReadOnlySpan<byte> id)
    {
        if (beforeId is null)
        {
            csv.WriteField(ReadOnlySpan<byte>.Empty);
            return;
        }
        csv.WriteField(beforeId + Uri.EscapeDataString(Encoding.UTF8.GetString(id)));
    }

    private static string? AsNumber(string? result) => result switch
    {
        null => null,
        "success" => "2",
        "failure" => "0",
        _ => "1",
    };
}
