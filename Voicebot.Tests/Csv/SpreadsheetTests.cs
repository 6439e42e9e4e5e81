using System.Globalization;
using Voicebot.Core.Conversations;
using Voicebot.Tests.Spreadsheets;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Csv;

/// <summary>
/// What a real spreadsheet program (LibreOffice, without a screen) makes of a CSV export: it must show what was stored, with its type, and
/// calculate nothing.
/// </summary>
public sealed class SpreadsheetTests
{
    private const string Sheet = """
        Zażółć gęślą jaźń ĄĆĘŁŃÓŚŹŻ; a "quote", a comma and a ';'
        on a second line
        """;

    private static readonly string[] Formulas =
    [
        "=1+1", "+1+1", "-1+1", "@SUM(1;1)", "\t=1+1", "   =1+1", "＝1+1", "＋1+1", "－1+1", "＠SUM(1)",
        "=HYPERLINK(\"http://evil.example\";\"pay\")", "=cmd|' /C calc'!A0", "\r=1+1", "%=1+1",
    ];

    [Theory]
    [InlineData("pl_PL", ';', "delimiter=semicolon&decimal=comma")]
    [InlineData("en_US", ',', "delimiter=comma&decimal=dot")]
    public async Task Export_OpenedInLibreOffice_ShowsWhatWasStoredWithItsType(string locale, char delimiter, string query)
    {
        OfficeProgram.RequireOrSkip();
        await using var vendor = await VendorSimulator.StartAsync(
        [
            new ConversationBuilder("conv_text").At("2026-10-05T10:00:00Z").Lasting(61)
                .PhoneCall("inbound", "+48221000001", "+48501000001")
                .Titled("Ąę", Sheet)
                .Cost(1234, 0.0123).Rated(4).Criterion("polite", "success").Datum("amount", -5.25).Datum("agreed", true)
                    .Datum("code", "A-7").Talks(1).Build(),
            new ConversationBuilder("conv_long").At("2026-10-04T10:00:00Z").Titled("cut", new string('ż', 40_000)).Talks(1).Build(),
            .. Formulas.Select((text, index) =>
                new ConversationBuilder($"conv_{index:00}").At("2026-10-04T10:00:00Z").Titled(text, text).Datum("note", text)
                .Talks(1).Build()),
        ]);
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SaveSettingsAsync(new { time_zone = "Europe/Warsaw" });
        await server.SyncAsync();

        var rows = await OfficeProgram.OpenCsvAsync(await server.Http.GetByteArrayAsync("api/export-csv?criteria=210&" + query),
            locale, delimiter);

        Assert.Equal(Formulas.Length + 3, rows.Count);
        OfficeCell Cell(string id, string column) =>
            rows.Single(row => row[0].Value == id)[rows[0].Select(cell => cell.Value).ToList().IndexOf(column)];
        Assert.All(rows, row =>
            Assert.All(row, cell => Assert.True(cell.Formula is null, $"{cell.Value} was calculated from {cell.Formula}.")));
        Assert.Equal(new OfficeCell("date", "2026-10-05T12:00:00", null), Cell("conv_text", "start_time"));
        Assert.Equal(
            [61, 1234, 0.0123, 4, -5.25, 120, 2],
            new[] { "duration_secs", "cost", "cost_usd", "rating", "data_amount", "utc_offset_minutes",
                "criterion_polite" }.Select(column => Number(Cell("conv_text", column))));
        foreach (var (column, text) in new[]
        {
            ("call_summary_title", "Ąę"), ("transcript_summary", Sheet.Trim()), ("client_phone", "+48 ••• ••• 001"), ("data_code", "A-7"),
                ("status", "done"),
        })
            Assert.Equal(new OfficeCell("string", text, null), Cell("conv_text", column));
        Assert.Equal(("string", true),
            (Cell("conv_text", "url").Type,
                Cell("conv_text", "url").Value.EndsWith("/?conversation=conv_text", StringComparison.Ordinal)));
        Assert.Equal((32_767, new string('ż', 32_760) + "… [cut]"),
            (Cell("conv_long", "transcript_summary").Value.Length, Cell("conv_long", "transcript_summary").Value));
        for (var index = 0; index < Formulas.Length; index++)
            foreach (var column in new[] { "call_summary_title", "transcript_summary", "data_note" })
                Assert.Equal(("string", "'" + Plain(Formulas[index])),
                    (Cell($"conv_{index:00}", column).Type, Plain(Cell($"conv_{index:00}", column).Value)));
    }

    [Theory]
    [InlineData("pl_PL", "export-csv?decimal=comma&", "shown.csv", "0,0123")]
    [InlineData("en_US", "export-xlsx?", "shown.xlsx", "0.0123")]
    public async Task Export_OfManyRows_IsWholeInLibreOffice(string locale, string address, string name, string usd)
    {
        const int count = 100_000;
        OfficeProgram.RequireOrSkip();
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(vendor);
        server.Database.WriteConversations(writer =>
        {
            for (var i = 0; i < count; i++)
                writer.Upsert(A.Conversation($"many_{i}") with { StartTime = 1_700_000_000 + i, CostUsd = 0.0123 }, runId: 1);
        });

        var lines = await OfficeProgram.LinesAsync(
            await server.Http.GetByteArrayAsync($"api/{address}from=2023-11-14&to=2023-11-16"), name,
            locale, ';');

        Assert.Equal(count + 1, lines.Count);
        foreach (var (line, number, time) in new[] { (1, count - 1, "2023-11-16 01:59:59"), (count, 0, "2023-11-14 22:13:20") })
        {
            var cells = lines[line].Split(';'); // texts stand in quotes; a number or a date that became a text would, too
            Assert.Equal([$"\"many_{number}\"", "\"done\"", time, usd, "0"], new[] { cells[0], cells[4], cells[3], cells[22], cells[27] });
        }
    }

    private static double Number(OfficeCell cell)
    {
        Assert.Equal("float", cell.Type);
        return double.Parse(cell.Value, CultureInfo.InvariantCulture);
    }

    /// <summary>A program may leave out control characters, which it cannot show.</summary>
    private static string Plain(string cell) => string.Concat(cell.Where(sign => !char.IsControl(sign)));
}
