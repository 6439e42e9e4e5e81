using System.Text;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

public sealed class ExportCsvTests(SeededServer seeded)
{
    [Fact]
    public async Task Get_Everything_HasTheDocumentedColumnsAndRows()
    {
        var rows = CsvReading.Rows(await TextAsync("api/export-csv"));
        Assert.Equal(
            "conversation_id agent_id agent_name start_time status call_successful duration_secs message_count bot_message_count direction channel conversation_source agent_phone client_phone rating end_reason "
            + "termination_reason transferred agent_handover dropout technical_error cost cost_usd main_language call_summary_title transcript_summary call_result "
            + "criterion_polite criterion_solved data_email data_note data_visits",
            string.Join(' ', rows[0]));
        Assert.Equal(Seed.NewestFirst, rows.Skip(1).Select(row => row[0]));
        Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
    }

    [Fact]
    public async Task Get_File_IsAnAttachmentWithOneByteOrderMark()
    {
        using var response = await seeded.Http.GetAsync("api/export-csv?month=2026-10");
        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(("attachment", "conversations_2026-10.csv"), (response.Content.Headers.ContentDisposition?.DispositionType, response.Content.Headers.ContentDisposition?.FileName));
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.DoesNotContain('\uFEFF', Encoding.UTF8.GetString(bytes[3..]));
    }

    [Theory]
    [InlineData("conv_in", "start_time", "2026-10-01T10:00:00+02:00")]
    [InlineData("conv_running", "start_time", "2026-10-31T11:00:00+01:00")]
    [InlineData("conv_in", "client_phone", "+48 ••• ••• 006")]
    [InlineData("conv_text", "client_phone", "••• ••• 004")]
    [InlineData("conv_in", "rating", "5")]
    [InlineData("conv_in", "criterion_polite", "success")]
    [InlineData("conv_web", "criterion_polite", "unknown")]
    [InlineData("conv_out", "criterion_solved", "")]
    [InlineData("conv_in", "data_email", "jan@example.test")]
    [InlineData("conv_in", "data_visits", "2")]
    [InlineData("conv_hostile", "data_note", "'@SUM(A1)")]
    [InlineData("conv_hostile", "call_summary_title", "'" + Seed.HostileTitle)]
    [InlineData("conv_hostile", "transcript_summary", Seed.HostileSummary)]
    [InlineData("conv_hostile", "cost_usd", "0.0012345")]
    [InlineData("conv_text", "cost", "0")]
    [InlineData("conv_web", "cost", "")]
    [InlineData("conv_failed", "cost_usd", "")]
    [InlineData("conv_failed", "bot_message_count", "")]
    [InlineData("conv_web", "dropout", "true")]
    [InlineData("conv_transfer", "transferred", "true")]
    [InlineData("conv_second", "agent_handover", "true")]
    [InlineData("conv_failed", "technical_error", "true")]
    [InlineData("conv_in", "technical_error", "false")]
    public async Task Get_Cell_IsTheValue(string id, string column, string expected) =>
        Assert.Equal(expected, CsvReading.Rows(await TextAsync("api/export-csv")).Value(id, column));

    [Theory]
    [InlineData("semicolon", ';')]
    [InlineData("comma", ',')]
    [InlineData("tab", '\t')]
    public async Task Get_Delimiter_SeparatesTheSameTable(string name, char sign)
    {
        var expected = CsvReading.Rows(await TextAsync("api/export-csv"));
        Assert.Equal(expected, CsvReading.Rows(await TextAsync("api/export-csv?delimiter=" + name), sign));
    }

    [Theory]
    [InlineData("month=2026-09")]
    [InlineData("from=2026-10-01&to=2026-10-04")]
    [InlineData("agent_id=agent_two")]
    [InlineData("dropout=true")]
    [InlineData("criterion=polite:failure")]
    [InlineData("search=%3Cscript%3E")]
    [InlineData("rating_min=1&duration_min=100")]
    public async Task Get_Filter_ExportsWhatTheListShows(string filter)
    {
        var list = (await seeded.Server.GetJsonAsync("api/conversations?" + filter)).Ids();
        Assert.NotEmpty(list);
        Assert.Equal(list, CsvReading.Rows(await TextAsync("api/export-csv?" + filter)).Skip(1).Select(row => (string?)row[0]));
    }

    [Theory]
    [InlineData("month=2025-01")]
    [InlineData("outcome=failure&transferred=true")]
    public async Task Get_NothingMatches_Answers404NoData(string filter) => await seeded.Http.GetProblemAsync("api/export-csv?" + filter, 404, "no_data");

    [Theory]
    [InlineData("page=1", "page")]
    [InlineData("per_page=10", "per_page")]
    [InlineData("sort=duration", "sort")]
    public async Task Get_ParameterOfTheListOnly_Answers400(string query, string parameter) =>
        await seeded.Http.GetProblemAsync("api/export-csv?" + query, 400, "unknown_parameter", parameter);

    private async Task<string> TextAsync(string path) => (await seeded.Http.GetStringAsync(path)).TrimStart('\uFEFF');
}
