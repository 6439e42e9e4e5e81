using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>
/// A PDF as a reader and a printer see it, by the tools of poppler: its words and where they stand, and its pages in grey.
/// </summary>
internal sealed class Paper
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator)
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "pdftotext")) && File.Exists(Path.Combine(folder, "pdftoppm")));

    private Paper(IReadOnlyList<string> texts, IReadOnlyList<IReadOnlyList<PaperWord>> words, IReadOnlyList<GreyPage> pages)
    {
        Texts = texts;
        Words = words;
        Pages = pages;
    }

    /// <summary>The text of each page, line by line, with every run of spaces a single one.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>Of each page, in points from the upper left corner.</summary>
    public IReadOnlyList<IReadOnlyList<PaperWord>> Words { get; }

    public IReadOnlyList<GreyPage> Pages { get; }

    public string Text => string.Join('\n', Texts);

    public static void RequireOrSkip() => NeededPart.Require(
        Folder is not null,
        "The pages of a PDF are read with poppler's tools, which are not installed (Debian: apt-get install poppler-utils).");

    public static async Task<Paper> ReadAsync(byte[] pdf)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.FullPath, "report.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        await RunAsync("pdftotext", "-layout", file, file + ".txt");
        await RunAsync("pdftotext", "-bbox", file, file + ".html");
        await RunAsync("pdftoppm", "-gray", "-r", GreyPage.Dpi.ToString(CultureInfo.InvariantCulture), file,
            Path.Combine(folder.FullPath, "page"));
        var texts = (await File.ReadAllTextAsync(file + ".txt")).Split('\f', StringSplitOptions.RemoveEmptyEntries);
        var layout = XDocument.Parse(await File.ReadAllTextAsync(file + ".html"));
        var pages = layout.Descendants().Where(node => node.Name.LocalName == "page")
            .Select(page => (IReadOnlyList<PaperWord>)[.. page.Elements().Select(PaperWord.Of)]);
        var drawn = Directory.GetFiles(folder.FullPath, "page*.pgm").Order(StringComparer.Ordinal)
            .Select(name => GreyPage.Of(File.ReadAllBytes(name)));
        return new Paper([.. texts.Select(text => string.Join('\n', text.Split('\n').Select(PolishText.Plain)))], [.. pages], [.. drawn]);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(Path.Combine(Folder!, program), arguments) { RedirectStandardError = true })!;
        var complaint = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Eventually.LongestWait);
        Assert.True(process.ExitCode == 0, program + ": " + complaint);
    }
}
