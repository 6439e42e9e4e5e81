using System.Diagnostics;
using System.Text;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Csv;

/// <summary>What a real spreadsheet program (LibreOffice, without a screen) makes of an export: it must show what was stored, and calculate nothing.</summary>
public sealed class SpreadsheetTests
{
    private const string Sheet = """
        Zażółć gęślą jaźń ĄĆĘŁŃÓŚŹŻ; a "quote", a comma and a ';'
        on a second line
        """;

    private static readonly string[] Formulas =
    [
        "=1+1", "+1+1", "-1+1", "@SUM(1;1)", "\t=1+1", "   =1+1", "＝1+1", "＋1+1", "－1+1", "＠SUM(1)", "=HYPERLINK(\"http://evil.example\";\"pay\")", "=cmd|' /C calc'!A0", "\r=1+1", "%=1+1",
    ];

    private static string? Program { get; } = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, "soffice"), Path.Combine(folder, "soffice.exe") }).FirstOrDefault(File.Exists);

    [Fact]
    public async Task Export_OpenedInLibreOffice_ShowsWhatWasStoredAndCalculatesNothing()
    {
        Assert.True(Program is not null || Environment.GetEnvironmentVariable("CI") is null, "The build server must have LibreOffice (Debian: apt-get install libreoffice-calc).");
        Assert.SkipWhen(Program is null, "LibreOffice is not installed (Debian: apt-get install libreoffice-calc).");
        using var folder = new TemporaryFolder();
        await using var vendor = await VendorSimulator.StartAsync(
        [
            new ConversationBuilder("conv_text").At("2026-10-05T10:00:00Z").PhoneCall("inbound", "+48221000001", "+48501000001").Titled("Ąę", Sheet).Cost(1234, 0.0123).Datum("amount", -5.25).Talks(1).Build(),
            .. Formulas.Select((formula, index) => new ConversationBuilder($"conv_{index:00}").At("2026-10-04T10:00:00Z").Titled(formula, formula).Datum("note", formula).Talks(1).Build()),
        ]);
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        var masked = await RowsAsync(server, folder, "masked.csv");
        Assert.Equal("+48 ••• ••• 001", masked.Value("conv_text", "client_phone"));

        await server.SaveSettingsAsync(new { mask_phones = false });
        var rows = await RowsAsync(server, folder, "open.csv");
        Assert.Equal(Formulas.Length + 2, rows.Count);
        Assert.Equal(("Ąę", Sheet.Trim()), (rows.Value("conv_text", "call_summary_title"), rows.Value("conv_text", "transcript_summary")));
        Assert.Equal(("48501000001", "48221000001"), (Digits(rows.Value("conv_text", "client_phone")), Digits(rows.Value("conv_text", "agent_phone"))));
        Assert.Equal(("1234", "0.0123", "-5.25"), (rows.Value("conv_text", "cost"), rows.Value("conv_text", "cost_usd"), rows.Value("conv_text", "data_amount")));
        for (var index = 0; index < Formulas.Length; index++)
            foreach (var column in new[] { "call_summary_title", "transcript_summary", "data_note" })
                Assert.Equal("'" + Plain(Formulas[index]), Plain(rows.Value($"conv_{index:00}", column)));
    }

    /// <summary>Opens the export as a double click does (formulas are evaluated), and saves what the program then shows.</summary>
    private static async Task<IReadOnlyList<IReadOnlyList<string>>> RowsAsync(VoicebotServer server, TemporaryFolder folder, string name)
    {
        var source = Path.Combine(folder.FullPath, name);
        await File.WriteAllBytesAsync(source, await server.Http.GetByteArrayAsync("api/export-csv"));
        var output = Path.Combine(folder.FullPath, "shown-" + name);
        Directory.CreateDirectory(output);
        // 59: semicolon, 34: quotes, 76: UTF-8; on the way in from row 1 with detected types and formulas evaluated, on the way out as shown.
        var start = new ProcessStartInfo(Program!,
        [
            $"-env:UserInstallation={new Uri(Path.Combine(folder.FullPath, "profile"))}", "--headless", "--norestore",
            "--infilter=CSV:59,34,76,1,,1033,false,true,false,false,false,-1,true", "--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1", "--outdir", output, source,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        var files = Directory.GetFiles(output, "*.csv");
        Assert.True(files.Length == 1, $"LibreOffice wrote no file: {await said} {await complained}");
        var text = (await File.ReadAllTextAsync(files[0], Encoding.UTF8)).TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal);
        return CsvReading.Rows(text.Replace("\n", "\r\n", StringComparison.Ordinal)).Select(row => (IReadOnlyList<string>)[.. row.Select(cell => cell.Replace("\r\n", "\n", StringComparison.Ordinal))]).ToList();
    }

    /// <summary>A spreadsheet takes a long number for a number, and shows it without its plus.</summary>
    private static string Digits(string cell) => string.Concat(cell.Where(char.IsAsciiDigit));

    /// <summary>A program may leave out control characters, which it cannot show.</summary>
    private static string Plain(string cell) => string.Concat(cell.Where(sign => !char.IsControl(sign)));
}
