using System.IO.Compression;
using System.Net;
using System.Xml;
using Voicebot.Core.Conversations;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Spreadsheets;

/// <summary>The workbook, opened by a real spreadsheet program: every value keeps its type, whatever the locale.</summary>
public sealed class ExportXlsxTests(SeededServer seeded)
{
    private static readonly string[] Hostile =
    [
        "=1+1", "+48 601", "-1+1", "@SUM(1;1)", "=HYPERLINK(\"http://evil.example\";\"pay\")", "=cmd|' /C calc'!A0", "_x0041_ stays", "1,5", "2026-11-25", "1/2", "007", "<b>&amp;</b>", "zażółć ; \"gęślą\"", "TRUE",
    ];

    [Theory]
    [InlineData("pl_PL", "pl", "Rozmowy", "Wskaźniki", "Dni", "Kryteria")]
    [InlineData("en_US", "en", "Conversations", "KPIs", "Days", "Criteria")]
    public async Task Export_OpenedInLibreOffice_KeepsEveryType(string locale, string language, string conversations, string kpis, string days, string criteria)
    {
        OfficeProgram.RequireOrSkip();
        await using var vendor = await VendorSimulator.StartAsync(
        [
            new ConversationBuilder("conv_typed").At("2026-10-05T10:00:00Z").PhoneCall("inbound", "+48221000001", "+48501000001").Titled("Title", "Summary").Cost(1234, 0.0123)
                .Datum("amount", -5.25).Datum("order", 20261125).Datum("long", 9007199254740993).Datum("agreed", true).Datum("code", "007").Talks(1).Build(),
            new ConversationBuilder("conv_long").At("2026-10-04T10:00:00Z").Titled("cut", new string('x', 32_700) + "\U0001F600" + new string('y', 8_000)).Talks(1).Build(),
            new ConversationBuilder("conv_signs").At("2026-10-04T10:00:00Z").Titled("a\u0001b\u001bc", "line\nbreak\u0002 end").Talks(1).Build(),
            .. Hostile.Select((text, index) => new ConversationBuilder($"conv_{index:00}").At("2026-10-03T10:00:00Z").Titled(text, text).Datum("note", text).Talks(1).Build()),
        ]);
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SaveSettingsAsync(new { mask_phones = false, time_zone = "Europe/Warsaw" });
        await server.SyncAsync();

        var sheets = await OfficeProgram.OpenAsync(await server.Http.GetByteArrayAsync($"api/export-xlsx?lang={language}"), locale);

        Assert.Equal([conversations, kpis, days, criteria], sheets.Keys);
        var rows = sheets[conversations];
        Assert.Equal(Hostile.Length + 4, rows.Count);
        OfficeCell Cell(string id, string column) => rows.Single(row => row[0].Value == id)[rows[0].Select(cell => cell.Value).ToList().IndexOf(column)];
        Assert.Equal(new OfficeCell("date", "2026-10-05T12:00:00", null), Cell("conv_typed", "start_time"));
        Assert.Equal(new OfficeCell("float", "1234", null), Cell("conv_typed", "cost"));
        Assert.Equal(new OfficeCell("float", "0.0123", null), Cell("conv_typed", "cost_usd"));
        Assert.Equal(new OfficeCell("string", "+48501000001", null), Cell("conv_typed", "client_phone"));
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
        Assert.Equal(("abc", "line\nbreak end"), (Cell("conv_signs", "call_summary_title").Value, Cell("conv_signs", "transcript_summary").Value));
        for (var index = 0; index < Hostile.Length; index++)
            foreach (var column in new[] { "call_summary_title", "transcript_summary", "data_note" })
                Assert.Equal(new OfficeCell("string", Hostile[index], null), Cell($"conv_{index:00}", column));
        Assert.All(rows.Skip(1), row => Assert.All(row.Where(cell => cell.Formula is not null), cell => Assert.Contains("?conversation=", cell.Value, StringComparison.Ordinal)));
        var total = sheets[kpis].Single(row => row.Count > 5 && row[5].Value == "total_conversations");
        Assert.Equal(new OfficeCell("float", $"{Hostile.Length + 3}", null), total[1]);
        Assert.Equal(("date", "2026-10-03"), (sheets[days][1][0].Type, sheets[days][1][0].Value));
    }

    [Fact]
    public async Task Export_Filtered_CountsItsKpisOverTheSameRows()
    {
        await using var vendor = await VendorSimulator.StartAsync(
        [
            new ConversationBuilder("conv_in").At("2026-10-05T10:00:00Z").PhoneCall("inbound", "+48221000001", "+48501000001").Talks(1).Build(),
            new ConversationBuilder("conv_out").At("2026-10-06T10:00:00Z").PhoneCall("outbound", "+48221000001", "+48501000002").Talks(1).Build(),
        ]);
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();

        using var archive = new ZipArchive(await server.Http.GetStreamAsync("api/export-xlsx?direction=inbound"), ZipArchiveMode.Read);

        Assert.Equal(2, RowsOf(archive, 1)); // the head and one
        Assert.Equal(2, RowsOf(archive, 3));
    }

    [Fact]
    public async Task Export_ManyRows_AreAllThere()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(vendor);
        const int rows = 100_000;
        server.Database.WriteConversations(writer =>
        {
            for (var i = 0; i < rows; i++)
                writer.Upsert(A.Conversation($"many_{i}") with { StartTime = 1_700_000_000 + i }, runId: 1);
        });

        using var archive = new ZipArchive(await server.Http.GetStreamAsync("api/export-xlsx?from=2023-11-14&to=2023-11-16"), ZipArchiveMode.Read);

        Assert.Equal(rows + 1, RowsOf(archive, 1));
    }

    [Theory]
    [InlineData("lang=pl&month=2026-10", "Rozmowy, wszyscy agenci, październik 2026.xlsx")]
    [InlineData("month=2026-10", "Conversations, all agents, October 2026.xlsx")]
    [InlineData("from=2026-10-01&to=2026-10-31", "Conversations, all agents, October 2026.xlsx")]
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
