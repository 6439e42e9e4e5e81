using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Spreadsheets;

/// <summary>A real spreadsheet program without a screen (LibreOffice): what it makes of a file, with the type of every cell.</summary>
internal static class OfficeProgram
{
    private static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    private static string? Path { get; } = Environment.GetEnvironmentVariable("PATH")?.Split(System.IO.Path.PathSeparator)
        .SelectMany(folder => new[] { System.IO.Path.Combine(folder, "soffice"), System.IO.Path.Combine(folder, "soffice.exe") })
            .FirstOrDefault(File.Exists);

    public static void RequireOrSkip() => NeededPart.Require(
        Path is not null, "The exports are opened in LibreOffice, which is not installed (Debian: apt-get install libreoffice-calc).");

    /// <summary>Opens a workbook under a locale such as pl_PL, calculates it, and gives its sheets by name.</summary>
    public static async Task<IReadOnlyDictionary<string,
        IReadOnlyList<IReadOnlyList<OfficeCell>>>> OpenAsync(byte[] workbook, string locale) =>
        (await ReadAsync(workbook, "book.xlsx", locale))
            .ToDictionary(sheet => sheet.Attribute(Table + "name")!.Value, Rows, StringComparer.Ordinal);

    /// <summary>Opens a CSV file under a locale with types recognised and formulas evaluated, as a double click does.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<OfficeCell>>> OpenCsvAsync(byte[] csv, string locale, char delimiter) =>
        Rows(Assert.Single(await ReadAsync(csv, "sheet.csv", locale, delimiter)));

    /// <summary>The lines of a file's first sheet as they are shown, texts in quotes and nothing else.</summary>
    /// <param name="name">xlsx or csv by its ending.</param>
    public static async Task<IReadOnlyList<string>> LinesAsync(byte[] file, string name, string locale, char delimiter)
    {
        using var folder = new TemporaryFolder();
        // 59: semicolon, 34: quotes, 76: UTF-8, from row 1; texts in quotes, as shown, no formulas, sheet 1.
        var shown = await ConvertAsync(folder, file, name, locale, delimiter,
            "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,true,true,false,false,false,1");
        return await File.ReadAllLinesAsync(shown);
    }

    private static async Task<List<XElement>> ReadAsync(byte[] file, string name, string locale, char delimiter = ';')
    {
        using var folder = new TemporaryFolder();
        using var stream = File.OpenRead(await ConvertAsync(folder, file, name, locale, delimiter, "fods"));
        var document = await XDocument.LoadAsync(stream, LoadOptions.PreserveWhitespace, CancellationToken.None);
        return [.. document.Descendants(Table + "table")];
    }

    private static async Task<string> ConvertAsync(TemporaryFolder folder, byte[] file, string name, string locale, char delimiter,
        string format)
    {
        var source = System.IO.Path.Combine(folder.FullPath, name);
        await File.WriteAllBytesAsync(source, file);
        var output = System.IO.Path.Combine(folder.FullPath, "shown");
        // Quotes and UTF-8 as above; the language, then texts in quotes may be numbers, numbers and dates are recognised, and formulas
        // evaluated.
        var language = new CultureInfo(locale.Replace('_', '-')).LCID;
        var start = new ProcessStartInfo(Path!,
        [
            $"-env:UserInstallation={new Uri(System.IO.Path.Combine(folder.FullPath, "profile"))}", "--headless", "--norestore",
            .. name.EndsWith(".csv", StringComparison.Ordinal)
                ? [$"--infilter=CSV:{(int)delimiter},34,76,1,,{language},false,true,false,false,false,-1,true"] : Array.Empty<string>(),
            "--convert-to", format, "--outdir", output, source,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = locale + ".UTF-8";
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Eventually.LongestWait);
        var shown = Directory.Exists(output) ? Directory.GetFiles(output) : [];
        Assert.True(shown.Length == 1, $"LibreOffice wrote no file: {await said} {await complained}");
        return shown[0];
    }

    private static IReadOnlyList<IReadOnlyList<OfficeCell>> Rows(XElement sheet) =>
        [.. sheet.Descendants(Table + "table-row").Where(row => row.Attribute(Table + "number-rows-repeated") is null)
            .Select(row => (IReadOnlyList<OfficeCell>)[.. row.Elements(Table + "table-cell").SelectMany(Cells)])];

    private static IEnumerable<OfficeCell> Cells(XElement cell)
    {
        var type = cell.Attribute(Office + "value-type")?.Value ?? "";
        var value = (cell.Attribute(Office + "value") ?? cell.Attribute(Office + "date-value")
            ?? cell.Attribute(Office + "boolean-value"))?.Value;
        var shown = string.Join('\n', cell.Elements(Text + "p").Select(Spoken));
        var times = Math.Min(
            int.Parse(cell.Attribute(Table + "number-columns-repeated")?.Value ?? "1", CultureInfo.InvariantCulture), 200);
        return Enumerable.Repeat(
            new OfficeCell(type, value ?? shown, type == "boolean" ? null : cell.Attribute(Table + "formula")?.Value), times);
    }

    /// <summary>With the blanks and tabs that the format writes as elements.</summary>
    private static string Spoken(XElement paragraph) => string.Concat(paragraph.DescendantNodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement element when element.Name == Text + "s" =>
            new string(' ', int.Parse(element.Attribute(Text + "c")?.Value ?? "1", CultureInfo.InvariantCulture)),
        XElement element when element.Name == Text + "tab" => "\t",
        XElement element when element.Name == Text + "line-break" => "\n",
        _ => "",
    }));
}

/// <param name="Type">float, date, boolean, string; empty for an empty cell.</param>
/// <param name="Formula">Null without one; LibreOffice keeps a boolean as TRUE() or FALSE(), which is none of the file's.</param>
internal sealed record OfficeCell(string Type, string Value, string? Formula);
