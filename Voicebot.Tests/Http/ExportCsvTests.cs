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
            "conversation_id agent_id agent_name start_time status call_successful duration_secs message_count bot_message_count "
                + "direction channel conversation_source agent_phone client_phone rating end_reason "
            + "termination_reason transferred agent_handover dropout technical_error cost cost_usd main_language call_summary_title "
                + "transcript_summary call_result utc_offset_minutes url "
                + "sentiment sentiment_score frustration comment queue_wait_secs version_id branch_id campaign_id "
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
        Assert.Equal(("attachment", "All agents, October 2026.csv"),
            (response.Content.Headers.ContentDisposition?.DispositionType, response.Content.Headers.ContentDisposition?.FileNameStar));
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.DoesNotContain('\uFEFF', Encoding.UTF8.GetString(bytes[3..]));
    }

    [Theory]
    [InlineData("conv_in", "start_time", "2026-10-01 10:00:00")]
    [InlineData("conv_in", "utc_offset_minutes", "120")]
    [InlineData("conv_running", "start_time", "2026-10-31 11:00:00")]
    [InlineData("conv_running", "utc_offset_minutes", "60")]
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
    [InlineData("lang=pl&month=2026-10&agent_id=agent_two", "Agent agent_two, październik 2026.csv",
        "Agent agent_two, pazdziernik 2026.csv")]
    [InlineData("month=2026-10&agent_id=agent_two", "Agent agent_two, October 2026.csv", "Agent agent_two, October 2026.csv")]
    [InlineData("lang=pl&outcome=failure", "Wszyscy agenci, cały okres, wybrane rozmowy.csv",
        "Wszyscy agenci, caly okres, wybrane rozmowy.csv")]
    public async Task Get_FileName_SaysAgentAndMonthInWords(string query, string name, string ascii)
    {
        using var response = await seeded.Http.GetAsync("api/export-csv?" + query);
        var header = response.Content.Headers.ContentDisposition!;
        Assert.Equal((name, ascii), (header.FileNameStar, header.FileName?.Trim('"')));
    }

    [Fact]
    public async Task Get_Choices_ChangeHowValuesAreWritten()
    {
        var plain = CsvReading.Rows(await TextAsync("api/export-csv"));
        var chosen = CsvReading.Rows(await TextAsync("api/export-csv?decimal=comma&criteria=210&cells=full"));
        Assert.Equal(plain[0], chosen[0]);
        Assert.Equal(("0.0012345", "0,0012345"), (plain.Value("conv_hostile", "cost_usd"), chosen.Value("conv_hostile", "cost_usd")));
        Assert.Equal(("unknown", "1"), (plain.Value("conv_web", "criterion_polite"), chosen.Value("conv_web", "criterion_polite")));
        Assert.Equal(plain, CsvReading.Rows(await TextAsync("api/export-csv?decimal=dot&criteria=words&cells=cut&lang=pl")));
        Assert.Equal($"{seeded.Http.BaseAddress}?conversation=conv_in", plain.Value("conv_in", "url"));
    }

    [Theory]
    [InlineData("decimal=point", "decimal", "'decimal' must be one of dot, comma.")]
    [InlineData("decimal=,", "decimal", "'decimal' must be one of dot, comma.")]
    [InlineData("cells=all", "cells", "'cells' must be one of cut, full.")]
    [InlineData("criteria=012", "criteria", "'criteria' must be one of words, 210.")]
    [InlineData("delimiter=pipe", "delimiter", "'delimiter' must be one of semicolon, comma, tab.")]
    [InlineData("lang=de", "lang", "'lang' must be one of en, pl.")]
    public async Task Get_UnsupportedChoice_IsRefusedByName(string query, string parameter, string sentence)
    {
        var problem = await seeded.Http.GetProblemAsync("api/export-csv?" + query, 400, "invalid_parameter", parameter);
        Assert.Contains(sentence, problem.GetRawText().Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("month=2025-01")]
    [InlineData("outcome=failure&transferred=true")]
    public async Task Get_NothingMatches_Answers404NoData(string filter) =>
        await seeded.Http.GetProblemAsync("api/export-csv?" + filter, 404, "no_data");

    [Theory]
    [InlineData("page=1", "page")]
    [InlineData("per_page=10", "per_page")]
    [InlineData("sort=duration", "sort")]
    public async Task Get_ParameterOfTheListOnly_Answers400(string query, string parameter) =>
        await seeded.Http.GetProblemAsync("api/export-csv?" + query, 400, "unknown_parameter", parameter);

    private async Task<string> TextAsync(string path) => (await seeded.Http.GetStringAsync(path)).TrimStart('\uFEFF');
}
