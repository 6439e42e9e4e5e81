using System.Diagnostics;
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
        .SelectMany(folder => new[] { System.IO.Path.Combine(folder, "soffice"), System.IO.Path.Combine(folder, "soffice.exe") }).FirstOrDefault(File.Exists);

    public static void RequireOrSkip()
    {
        Assert.True(Path is not null || Environment.GetEnvironmentVariable("CI") is null, "The build server must have LibreOffice (Debian: apt-get install libreoffice-calc).");
        Assert.SkipWhen(Path is null, "LibreOffice is not installed (Debian: apt-get install libreoffice-calc).");
    }

    /// <summary>Opens a workbook under a locale such as pl_PL, calculates it, and gives its sheets by name.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<OfficeCell>>>> OpenAsync(byte[] workbook, string locale)
    {
        using var folder = new TemporaryFolder();
        var source = System.IO.Path.Combine(folder.FullPath, "book.xlsx");
        await File.WriteAllBytesAsync(source, workbook);
        var start = new ProcessStartInfo(Path!,
        [
            $"-env:UserInstallation={new Uri(System.IO.Path.Combine(folder.FullPath, "profile"))}", "--headless", "--norestore", "--convert-to", "fods", "--outdir", folder.FullPath, source,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = locale + ".UTF-8";
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(3));
        var shown = System.IO.Path.Combine(folder.FullPath, "book.fods");
        Assert.True(File.Exists(shown), $"LibreOffice wrote no file: {await said} {await complained}");
        using var stream = File.OpenRead(shown);
        var document = await XDocument.LoadAsync(stream, LoadOptions.PreserveWhitespace, CancellationToken.None);
        return document.Descendants(Table + "table").ToDictionary(sheet => sheet.Attribute(Table + "name")!.Value, Rows, StringComparer.Ordinal);
    }

    private static IReadOnlyList<IReadOnlyList<OfficeCell>> Rows(XElement sheet) =>
        [.. sheet.Descendants(Table + "table-row").Where(row => row.Attribute(Table + "number-rows-repeated") is null).Select(row => (IReadOnlyList<OfficeCell>)[.. row.Elements(Table + "table-cell").SelectMany(Cells)])];

    private static IEnumerable<OfficeCell> Cells(XElement cell)
    {
        var type = cell.Attribute(Office + "value-type")?.Value ?? "";
        var value = (cell.Attribute(Office + "value") ?? cell.Attribute(Office + "date-value") ?? cell.Attribute(Office + "boolean-value"))?.Value;
        var shown = string.Join('\n', cell.Elements(Text + "p").Select(Spoken));
        var times = Math.Min(int.Parse(cell.Attribute(Table + "number-columns-repeated")?.Value ?? "1", System.Globalization.CultureInfo.InvariantCulture), 200);
        return Enumerable.Repeat(new OfficeCell(type, value ?? shown, type == "boolean" ? null : cell.Attribute(Table + "formula")?.Value), times);
    }

    /// <summary>With the blanks and tabs that the format writes as elements.</summary>
    private static string Spoken(XElement paragraph) => string.Concat(paragraph.DescendantNodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement element when element.Name == Text + "s" => new string(' ', int.Parse(element.Attribute(Text + "c")?.Value ?? "1", System.Globalization.CultureInfo.InvariantCulture)),
        XElement element when element.Name == Text + "tab" => "\t",
        XElement element when element.Name == Text + "line-break" => "\n",
        _ => "",
    }));
}

/// <param name="Type">float, date, boolean, string; empty for an empty cell.</param>
/// <param name="Formula">Null without one; LibreOffice keeps a boolean as TRUE() or FALSE(), which is none of the file's.</param>
internal sealed record OfficeCell(string Type, string Value, string? Formula);
