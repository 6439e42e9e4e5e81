using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Voicebot.Core.Conversations;
using Voicebot.Core.Kpis;
using Voicebot.Core.Spreadsheets;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Spreadsheets;

/// <summary>The workbook, opened by a real spreadsheet program: every value keeps its type, whatever the locale.</summary>
public sealed class ExportXlsxTests(SeededServer seeded)
{
    private static readonly string[] Hostile =
    [
        "=1+1", "+48 601", "-1+1", "@SUM(1;1)", "=HYPERLINK(\"http://evil.example\";\"pay\")", "=cmd|' /C calc'!A0",
        "_x0041_ stays", "1,5",
            "2026-11-25", "1/2", "007", "<b>&amp;</b>", "zażółć ; \"gęślą\"", "TRUE",
    ];

    /// <summary>Numbers of the report that say on what others stand, which the sheet has as n, or nothing of this period.</summary>
    private static readonly string[] NoFigures =
    [
        "agent_id", "as_of", "comparison", "cost_known_count", "cost_usd_known_count", "duration_count", "previous", "previous_trends",
            "rating_count", "transcript_count",
    ];

    [Theory]
    [InlineData("pl_PL", "pl", "Rozmowy", "Wskaźniki", "Dni", "Kryteria")]
    [InlineData("en_US", "en", "Conversations", "KPIs", "Days", "Criteria")]
    public async Task Export_OpenedInLibreOffice_KeepsEveryType(string locale, string language, string conversations, string kpis,
        string days, string criteria)
    {
        OfficeProgram.RequireOrSkip();
        await using var vendor = await VendorSimulator.StartAsync(
        [
            new ConversationBuilder("conv_typed").At("2026-10-05T10:00:00Z").PhoneCall("inbound", "+48221000001", "+48501000001")
                .Titled("Title", "Summary").Cost(1234, 0.0123)
                .Datum("amount", -5.25).Datum("order", 20261125).Datum("long", 9007199254740993).Datum("agreed", true).Datum("code", "007")
                    .Talks(1).Build(),
            new ConversationBuilder("conv_long").At("2026-10-04T10:00:00Z")
                .Titled("cut", new string('x', 32_700) + "\U0001F600" + new string('y', 8_000)).Talks(1).Build(),
            new ConversationBuilder("conv_escapes").At("2026-10-04T10:00:00Z")
                .Titled("cut", string.Concat(Enumerable.Repeat("_x0041_", 6_000))).Talks(1).Build(),
            new ConversationBuilder("conv_signs").At("2026-10-04T10:00:00Z").Titled("a\u0001b\u001bc", "line\nbreak\u0002 end")
                .Talks(1).Build(),
            .. Hostile.Select((text, index) =>
                new ConversationBuilder($"conv_{index:00}").At("2026-10-03T10:00:00Z").Titled(text, text).Datum("note", text)
                .Talks(1).Build()),
        ]);
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SaveSettingsAsync(new { mask_phones = false, time_zone = "Europe/Warsaw" });
        await server.SyncAsync();

        var sheets = await OfficeProgram.OpenAsync(await server.Http.GetByteArrayAsync($"api/export-xlsx?lang={language}"), locale);

        Assert.Equal([conversations, kpis, days, criteria], sheets.Keys);
        var rows = sheets[conversations];
        Assert.Equal(Hostile.Length + 5, rows.Count);
        OfficeCell Cell(string id, string column) =>
            rows.Single(row => row[0].Value == id)[rows[0].Select(cell => cell.Value).ToList().IndexOf(column)];
        Assert.Equal(new OfficeCell("date", "2026-10-05T12:00:00", null), Cell("conv_typed", "start_time"));
        Assert.Equal(new OfficeCell("float", "1234", null), Cell("conv_typed", "cost"));
        Assert.Equal(new OfficeCell("float", "0.0123", null), Cell("conv_typed", "cost_usd"));
        Assert.Equal(new OfficeCell("string", "+48501000001", null), Cell("conv_typed", "client_phone"));
        Assert.Equal(new OfficeCell("float", "120", null), Cell("conv_typed", "utc_offset_minutes"));
        Assert.Equal("boolean", Cell("conv_typed", "transferred").Type);
        Assert.Equal(new OfficeCell("float", "-5.25", null), Cell("conv_typed", "data_amount"));
        Assert.Equal(new OfficeCell("float", "20261125", null), Cell("conv_typed", "data_order"));
        Assert.Equal(new OfficeCell("string", "9007199254740993", null), Cell("conv_typed", "data_long"));
        Assert.Equal(new OfficeCell("boolean", "true", null), Cell("conv_typed", "data_agreed"));
        Assert.Equal(new OfficeCell("string", "007", null), Cell("conv_typed", "data_code"));
        Assert.Contains("?conversation=conv_typed", Cell("conv_typed", "url").Value, StringComparison.Ordinal);
        Assert.NotNull(Cell("conv_typed", "url").Formula);
        Assert.EndsWith("… [cut]", Cell("conv_long", "transcript_summary").Value, StringComparison.Ordinal);
        Assert.InRange(Cell("conv_long", "transcript_summary").Value.Length, 32_760, 32_767);
        Assert.Equal(string.Concat(Enumerable.Repeat("_x0041_", 6_000))[..32_760]
            + "… [cut]", Cell("conv_escapes", "transcript_summary").Value);
        Assert.Equal(("abc", "line\nbreak end"),
            (Cell("conv_signs", "call_summary_title").Value, Cell("conv_signs", "transcript_summary").Value));
        for (var index = 0; index < Hostile.Length; index++)
            foreach (var column in new[] { "call_summary_title", "transcript_summary", "data_note" })
                Assert.Equal(new OfficeCell("string", Hostile[index], null), Cell($"conv_{index:00}", column));
        Assert.All(rows.Skip(1), row =>
            Assert.All(row.Where(cell => cell.Formula is not null), cell =>
            Assert.Contains("?conversation=", cell.Value, StringComparison.Ordinal)));
        var total = sheets[kpis].Single(row => row.Count > 5 && row[5].Value == "total_conversations");
        Assert.Equal(new OfficeCell("float", $"{Hostile.Length + 4}", null), total[1]);
        Assert.Equal(("date", "2026-10-03"), (sheets[days][1][0].Type, sheets[days][1][0].Value));
    }

    [Fact]
    public async Task Export_Filtered_CountsItsKpisOverTheSameRows()
    {
        await using var vendor = await VendorSimulator.StartAsync(
        [
            new ConversationBuilder("conv_in").At("2026-10-05T10:00:00Z").PhoneCall("inbound", "+48221000001", "+48501000001")
                .Talks(1).Build(),
            new ConversationBuilder("conv_out").At("2026-10-06T10:00:00Z").PhoneCall("outbound", "+48221000001", "+48501000002")
                .Talks(1).Build(),
        ]);
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();

        using var archive = new ZipArchive(await server.Http.GetStreamAsync("api/export-xlsx?direction=inbound"), ZipArchiveMode.Read);

        Assert.Equal(2, RowsOf(archive, 1)); // the head and one
        Assert.Equal(2, RowsOf(archive, 3));
    }

    [Theory]
    [InlineData(1, "Conversations", "Conversations 2", "Conversations 3")]
    [InlineData(2, "Conversations", "Conversations 2")]
    [InlineData(3, "Conversations")]
    public async Task Write_MoreRowsThanASheetHolds_GoesOnInFurtherSheets(int rowsPerSheet, params string[] sheets)
    {
        using var test = new TestDatabase();
        test.Store(Enumerable.Range(0, 3).Select(i => A.Conversation($"c{i}") with { StartTime = 1_790_000_000 - i }));

        using var archive = await WriteAsync(new ConversationWorkbook(test.Database) { RowsPerSheet = rowsPerSheet });

        Assert.Equal([.. sheets, "KPIs", "Days", "Criteria"], Names(archive));
        Assert.Equal(3 + sheets.Length, Enumerable.Range(1, sheets.Length).Sum(sheet => RowsOf(archive, sheet)));
        foreach (var sheet in Enumerable.Range(1, sheets.Length + 3))
        {
            var xml = TextOf(archive, sheet);
            Assert.Contains("state=\"frozen\"", xml, StringComparison.Ordinal);
            Assert.Matches($"<autoFilter ref=\"A1:[A-Z]+{RowsOf(archive, sheet)}\"", xml);
        }
    }

    [Fact]
    public async Task Write_WhileOthersWrite_KeepsToItsOwnState()
    {
        using var test = new TestDatabase();
        test.Store(Enumerable.Range(0, 3_000)
            .Select(i => A.Conversation($"c{i}") with { StartTime = 1_790_000_000 + i, Summary = $"{i}" }));
        using var output = new WritingOutput(() => test.Store(A.Conversation("late") with { StartTime = 1_780_000_000 }));

        using var archive = await WriteAsync(new ConversationWorkbook(test.Database), output);

        Assert.True(output.HasWritten);
        Assert.Equal(3_001, RowsOf(archive, 1));
        Assert.Contains("<v>3000</v>", TextOf(archive, 2), StringComparison.Ordinal);
        Assert.DoesNotContain("<v>3001</v>", TextOf(archive, 2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_Kpis_AreThoseOfTheApi()
    {
        OfficeProgram.RequireOrSkip();
        var sheets = await OfficeProgram.OpenAsync(await seeded.Http.GetByteArrayAsync("api/export-xlsx?month=2026-10"), "en_US");
        var kpis = await seeded.Server.GetJsonAsync("api/kpis?month=2026-10");

        var rows = sheets["KPIs"].Skip(1).ToDictionary(row => row[5].Value);
        var figures = kpis.EnumerateObject()
            .Where(one => one.Value.ValueKind is JsonValueKind.Number or JsonValueKind.Null && !NoFigures.Contains(one.Name)).ToList();

        Assert.InRange(figures.Count, 35, 60);
        foreach (var figure in figures)
            Assert.Equal((figure.Name, figure.Value.ToString()), (figure.Name, rows[figure.Name][1].Value));
        foreach (var stars in kpis.GetProperty("rating_distribution").EnumerateObject())
            Assert.Equal(stars.Value.ToString(), rows[$"rating_distribution.{stars.Name}"][1].Value);
        foreach (var (name, n) in new[]
        {
            ("conversion_rate", "finished_count"), ("transfer_rate", "finished_count"), ("avg_duration_secs", "duration_count"),
                ("avg_bot_messages", "transcript_count"),
            ("avg_cost_per_session", "cost_known_count"), ("avg_cost_usd", "cost_usd_known_count"), ("avg_rating", "rating_count"),
        })
            Assert.Equal((name, kpis.GetProperty(n).ToString()), (name, rows[name][3].Value));
        Assert.All(rows.Values, row => Assert.NotEqual("", row[4].Value));
        Assert.Equal(kpis.GetProperty("daily_trends").GetArrayLength(), sheets["Days"].Count - 1);
        Assert.Equal(kpis.GetProperty("criteria_stats").Texts("id"), sheets["Criteria"].Skip(1).Select(row => row[6].Value));
        Assert.Equal(kpis.GetProperty("criteria_stats").Texts("pass_rate"), sheets["Criteria"].Skip(1).Select(row => row[1].Value));
    }

    [Theory]
    [InlineData("lang=pl&month=2026-10", "Wszyscy agenci, październik 2026.xlsx")]
    [InlineData("month=2026-10", "All agents, October 2026.xlsx")]
    [InlineData("from=2026-10-01&to=2026-10-31", "All agents, October 2026.xlsx")]
    public async Task Export_FileName_IsInWords(string query, string expected)
    {
        using var response = await seeded.Server.Http.GetAsync("api/export-xlsx?" + query);
        Assert.Equal(expected, response.Content.Headers.ContentDisposition!.FileNameStar);
    }

    [Theory]
    [InlineData("month=2001-01", HttpStatusCode.NotFound)]
    [InlineData("lang=de", HttpStatusCode.BadRequest)]
    [InlineData("month=2026-13", HttpStatusCode.BadRequest)]
    public async Task Export_Wrong_IsRefused(string query, HttpStatusCode status)
    {
        using var response = await seeded.Server.Http.GetAsync("api/export-xlsx?" + query);
        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    private static Task<ZipArchive> WriteAsync(ConversationWorkbook workbook) => WriteAsync(workbook, new MemoryStream());

    private static async Task<ZipArchive> WriteAsync(ConversationWorkbook workbook, MemoryStream output)
    {
        await workbook.WriteAsync(output, new ConversationFilter(), ReportLanguage.English, null, false, CancellationToken.None);
        return new ZipArchive(new MemoryStream(output.ToArray()), ZipArchiveMode.Read);
    }

    private static IEnumerable<string> Names(ZipArchive archive)
    {
        using var stream = archive.GetEntry("xl/workbook.xml")!.Open();
        return [.. XDocument.Load(stream).Descendants().Where(element => element.Name.LocalName == "sheet")
            .Select(sheet => sheet.Attribute("name")!.Value)];
    }

    private static string TextOf(ZipArchive archive, int sheet)
    {
        using var reader = new StreamReader(archive.GetEntry($"xl/worksheets/sheet{sheet}.xml")!.Open());
        return reader.ReadToEnd();
    }

    private static int RowsOf(ZipArchive archive, int sheet)
    {
        using var stream = archive.GetEntry($"xl/worksheets/sheet{sheet}.xml")!.Open();
        using var xml = XmlReader.Create(stream);
        var rows = 0;
        while (xml.Read())
            rows += xml is { NodeType: XmlNodeType.Element, LocalName: "row" } ? 1 : 0;
        return rows;
    }
}
