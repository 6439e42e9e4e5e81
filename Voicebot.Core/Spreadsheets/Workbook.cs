using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Voicebot.Core.Spreadsheets;

/// <summary>An .xlsx file that is written from front to back, in flat memory.</summary>
internal sealed class Workbook : IAsyncDisposable
{
    /// <summary>What a sheet holds, its head not counted.</summary>
    public const int MaxRows = 1_048_575;

    private const int LongestLink = 255;

    private readonly Spreadsheet file;
    private readonly StyleId head;
    private readonly StyleId instant;
    private readonly StyleId day;
    private readonly StyleId flag;

    private Workbook(Spreadsheet file)
    {
        this.file = file;
        head = file.AddStyle(new Style { Font = new SpreadCheetah.Styling.Font { Bold = true } });
        instant = file.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd hh:mm:ss") });
        // LibreOffice shows 0 and 1 without it.
        flag = file.AddStyle(new Style { Format = NumberFormat.Custom("\"TRUE\";\"TRUE\";\"FALSE\"") });
        day = file.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd") });
    }

    public static async Task<Workbook> CreateAsync(Stream output, CancellationToken cancellation) =>
        new(await Spreadsheet.CreateNewAsync(output, new SpreadCheetahOptions { DefaultDateTimeFormat = null }, cancellation));

    /// <param name="columns">What stands in the head, which stays in sight.</param>
    /// <param name="rows">How many follow, for the filter over them.</param>
    public async Task BeginSheetAsync(string name, IReadOnlyList<string> columns, long rows, CancellationToken cancellation)
    {
        var options = new WorksheetOptions
        {
            FrozenRows = 1,
            AutoFilter = new AutoFilterOptions($"A1:{Letters(columns.Count)}{rows + 1}"),
        };
        for (var i = 0; i < columns.Count; i++)
            options.Column(i + 1).Width = Math.Clamp(columns[i].Length + 3, 10, 32);
        await file.StartWorksheetAsync(name, options, cancellation);
        await file.AddHeaderRowAsync(columns.Select(CellText.Of).ToArray()!, head, cancellation);
    }

    public ValueTask AddRowAsync(Cell[] cells, CancellationToken cancellation) => file.AddRowAsync(cells, cancellation);

    public ValueTask FinishAsync(CancellationToken cancellation) => file.FinishAsync(cancellation);

    public static Cell Text(string? text) => new(CellText.Of(text));

    public static Cell Number(long? number) => new(number);

    public static Cell Number(double? number) => new(number);

    public Cell Flag(bool? value) => new(value, flag);

    /// <summary>The wall clock's time, as spreadsheets know no zones.</summary>
    public Cell Instant(DateTimeOffset? local) => new(local?.DateTime, instant);

    public Cell Day(DateOnly date) => new(date.ToDateTime(TimeOnly.MinValue), day);

    /// <summary>A link that shows its own address; text where the address is longer than a link may be.</summary>
    public static Cell Link(string? address) =>
        address is null ? default : address.Length <= LongestLink ? new Cell(Formula.Hyperlink(new Uri(address)), address) : Text(address);

    public ValueTask DisposeAsync() => file.DisposeAsync();

    /// <summary>A, B … Z, AA …</summary>
    private static string Letters(int column) => (column > 26 ? Letters((column - 1) / 26) : "") + (char)('A' + (column - 1) % 26);
}
