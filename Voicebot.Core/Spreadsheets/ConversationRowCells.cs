using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using SpreadCheetah;
using Voicebot.Core.Csv;
using Voicebot.Core.Figures;
using Voicebot.Core.Json;
using Voicebot.Core.Phones;
using Voicebot.Core.Time;

namespace Voicebot.Core.Spreadsheets;

/// <summary>The cells of one conversation: the columns of the CSV, typed, then a column for each criterion and collected datum.</summary>
internal sealed class ConversationRowCells(ReportingZone zone, IReadOnlyList<string> criteria, IReadOnlyList<string> data, Uri? page,
    bool maskPhones)
{
    // Excel's numbers hold so many digits; longer ones would be changed.
    private const int MostDigits = 15;
    private static readonly int Phone = Position(column => column.Kind == CellKind.ClientPhone);
    private static readonly int Criteria = CsvColumn.All.Count;
    private static readonly int Collected = CsvColumn.All.Count + 1;
    private static readonly int ClientIds = CsvColumn.All.Count + 2;

    public IReadOnlyList<string> Names { get; } =
        [.. CsvColumn.All.Select(column => column.Name), .. criteria.Select(id => "criterion_" + id), .. data.Select(id => "data_" + id)];

    /// <param name="row">The columns of the CSV, then criteria and collected data as JSON.</param>
    public Cell[] Of(DbDataReader row, Workbook workbook)
    {
        var phone = row.IsDBNull(Phone) ? null : row.GetString(Phone);
        var client = maskPhones ? ClientIdentity.Of(phone, row.IsDBNull(ClientIds) ? null : row.GetString(ClientIds)) : null;
        string? Shown(string? text) => client is null ? text : client.Within(text);
        var cells = new Cell[Names.Count];
        var next = 0;
        foreach (var column in CsvColumn.All)
        {
            cells[next] = row.IsDBNull(next) ? default : Of(row, next, column.Kind, workbook, phone, Shown);
            next++;
        }
        var results = ConversationAnswers.Criteria(row.IsDBNull(Criteria) ? null : row.GetString(Criteria))
            .ToDictionary(one => one.CriterionId, one => one.Result, StringComparer.Ordinal);
        foreach (var criterion in criteria)
            cells[next++] = Workbook.Text(results.GetValueOrDefault(criterion));
        using var collected =
            JsonDocument.Parse(row.IsDBNull(Collected) ? "{}" : row.GetString(Collected),
                new JsonDocumentOptions { MaxDepth = VendorJson.MaxDepthOfCopies });
        foreach (var datum in data)
            cells[next++] = collected.RootElement.TryGetProperty(datum, out var value) ? Of(value, workbook, Shown) : default;
        return cells;
    }

    private Cell Of(DbDataReader row, int index, CellKind kind, Workbook workbook, string? phone,
        Func<string?, string?> shown) => kind switch
        {
            CellKind.ClientPhone => Workbook.Text(maskPhones ? PhoneMask.Apply(phone) : phone),
            CellKind.Personal => Workbook.Text(shown(row.GetString(index))),
            CellKind.Flag => workbook.Flag(row.GetInt64(index) != 0),
            CellKind.Instant => workbook.Instant(zone.Local(row.GetInt64(index))),
            CellKind.Offset => Workbook.Number((long)zone.Local(row.GetInt64(index)).TotalOffsetMinutes),
            CellKind.Link => Workbook.Link(page is null ? null : ConversationLink.Of(page, row.GetString(index))),
            CellKind.Decimal => Workbook.Number(row.GetDouble(index)),
            _ => row.GetValue(index) is long number ? Workbook.Number(number) : Workbook.Text(row.GetString(index)),
        };

    /// <summary>Numbers as numbers where none of their digits is lost; else as they were collected.</summary>
    private static Cell Of(JsonElement value, Workbook workbook, Func<string?, string?> shown) => value.ValueKind switch
    {
        JsonValueKind.Null => default,
        JsonValueKind.True or JsonValueKind.False => workbook.Flag(value.GetBoolean()),
        JsonValueKind.String => Workbook.Text(shown(value.GetString())),
        JsonValueKind.Number
            when value.GetRawText() is var raw && raw.Count(char.IsAsciiDigit) <= MostDigits
            && !raw.Contains('e', StringComparison.OrdinalIgnoreCase) =>
            shown(raw) == raw ? Workbook.Number(double.Parse(raw, CultureInfo.InvariantCulture)) : Workbook.Text(shown(raw)),
        _ => Workbook.Text(shown(value.GetRawText())),
    };

    private static int Position(Func<CsvColumn, bool> isMeant) => CsvColumn.All.Index().Single(column => isMeant(column.Item)).Index;
}
