using System.Text;
using CsvHelper;
using Voicebot.Core.Conversations;
using Voicebot.Core.Csv;
using Voicebot.Core.Settings;
using Voicebot.Core.Time;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Csv;

public sealed class ConversationCsvTests : IDisposable
{
    private const string FixedColumns =
        "conversation_id,agent_id,agent_name,start_time,status,call_successful,duration_secs,message_count,bot_message_count,"
        + "direction,channel,conversation_source,agent_phone,"
        + "client_phone,rating,end_reason,termination_reason,transferred,agent_handover,dropout,technical_error,cost,cost_usd,"
        + "main_language,call_summary_title,transcript_summary,call_result,utc_offset_minutes,url,"
        + "sentiment,sentiment_score,frustration,comment,queue_wait_secs,version_id,branch_id,campaign_id";

    private readonly TestDatabase test = new();
    private readonly ConversationCsv csv;

    public ConversationCsvTests() => csv = new ConversationCsv(test.Database);

    public static TheoryData<string> Delimiters => [.. CsvDelimiter.All.Select(delimiter => delimiter.Name)];

    public void Dispose() => test.Dispose();

    [Theory]
    [MemberData(nameof(Delimiters))]
    public async Task WriteAsync_DifficultText_IsReadBackTheSame(string delimiter)
    {
        const string difficult = "Zażółć; \"gęślą\", jaźń\r\n\tdruga linia\n🙂 漢";
        test.Store(A.Conversation("one") with
        {
            AgentName = "Ob;sługa, \"klienta\"",
            Summary = difficult,
            Title = "Ł\"",
            TerminationReason = "a;b,c\td",
            Criteria = [("był_miły;", "success")],
            Collected = [("nazwisko", "\"Wąż; \\\"K\\\"\"")],
        });

        var row = Assert.Single(
            await ReadAsync(new ConversationFilter(),
                new CsvFormat { Delimiter = CsvDelimiter.All.Single(one => one.Name == delimiter) }));

        Assert.Equal("Ob;sługa, \"klienta\"", row["agent_name"]);
        Assert.Equal(difficult, row["transcript_summary"]);
        Assert.Equal("Ł\"", row["call_summary_title"]);
        Assert.Equal("a;b,c\td", row["termination_reason"]);
        Assert.Equal("success", row["criterion_był_miły;"]);
        Assert.Equal("Wąż; \"K\"", row["data_nazwisko"]);
    }

    [Fact]
    public async Task WriteAsync_EveryField_StandsInItsColumn()
    {
        test.Settings.Save(new SettingsChange { Zone = ReportingZone.Find("Europe/Warsaw") });
        test.Store(new Conversation
        {
            ConversationId = "conv_1",
            AgentId = "agent_one",
            AgentName = "One",
            Status = "done",
            CallSuccessful = "failure",
            StartTime = new DateTimeOffset(2026, 10, 25, 1, 30, 5, TimeSpan.Zero).ToUnixTimeSeconds(),
            DurationSeconds = 61,
            MessageCount = 9,
            BotMessageCount = 5,
            Direction = "inbound",
            Source = "twilio",
            Channel = Channel.Phone,
            MainLanguage = "pl",
            AgentPhone = "+48221234567",
            ClientPhone = "anonymous",
            Rating = 4.5,
            TerminationReason = "Call ended by remote party",
            EndReason = EndReason.UserEnded,
            CallResult = "answered",
            Transferred = true,
            TechnicalError = true,
            CostCredits = 658,
            CostUsd = 0.00000015,
            Sentiment = "negative",
            SentimentScore = -0.5,
            Frustration = 0.25,
            Comment = "Slow",
            QueueSeconds = 47.3,
            VersionId = "v2",
            BranchId = "main",
            CampaignId = "autumn",
            Title = "Title",
            Summary = "Summary",
        });

        var lines = (await TextAsync(new ConversationFilter())).Split("\r\n");

        Assert.Equal(FixedColumns.Replace(',', ';'), lines[0]);
        Assert.Equal(
            "conv_1;agent_one;One;2026-10-25 "
                + "02:30:05;done;failure;61;9;5;inbound;phone;twilio;+48221234567;anonymous;4.5;user_ended;Call ended by remote "
                + "party;true;false;false;true;"
            + "658;0.00000015;pl;Title;Summary;answered;60;;negative;-0.5;0.25;Slow;47.3;v2;main;autumn",
            lines[1]);
        Assert.Equal(["", 3], [lines[2], (object)lines.Length]);
    }

    [Fact]
    public async Task WriteAsync_UnknownValues_AreEmpty()
    {
        test.Store(A.Conversation("bare") with { StartTime = null },
            A.Conversation("other") with { Collected = [("email", null), ("visits", "2"), ("done", "false")] });

        var rows = await ReadAsync(new ConversationFilter());

        Assert.Equal(["other", "bare"], rows.Select(row => row["conversation_id"]));
        Assert.Equal(["false", "", "2"], new[] { "data_done", "data_email", "data_visits" }.Select(column => rows[0][column]));
        Assert.All(new[] { "start_time", "duration_secs", "rating", "cost", "cost_usd", "client_phone", "transcript_summary", "data_email",
            "data_visits" }, column => Assert.Equal("", rows[1][column]));
    }

    [Fact]
    public async Task WriteAsync_TextLikeFormulas_IsNeutralisedInEveryColumn()
    {
        const string formula = "=HYPERLINK(\"https://evil.example\")";
        test.Store(new Conversation
        {
            ConversationId = formula,
            AgentId = formula,
            AgentName = formula,
            Status = formula,
            CallSuccessful = formula,
            Direction = formula,
            Source = formula,
            Channel = Channel.Web,
            MainLanguage = formula,
            AgentPhone = formula,
            ClientPhone = formula,
            TerminationReason = formula,
            EndReason = EndReason.Other,
            Sentiment = formula,
            Comment = formula,
            VersionId = formula,
            BranchId = formula,
            CampaignId = formula,
            Title = formula,
            Summary = formula,
            Criteria = [("c", formula)],
            Collected = [("d", "\"=1+1\"")],
        });

        var row = Assert.Single(await ReadAsync(new ConversationFilter()));

        Assert.DoesNotContain(row, cell => cell.Value.StartsWith('='));
        Assert.Equal(20, row.Count(cell => cell.Value.StartsWith("'=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WriteAsync_Start_IsAByteOrderMarkAndTheStreamStaysOpen()
    {
        test.Store(A.Conversation("one"));
        using var output = new MemoryStream();

        Assert.Equal(1, await csv.WriteAsync(output, new ConversationFilter(), new CsvFormat(), CancellationToken.None));

        Assert.True(output.CanWrite);
        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'c'], output.ToArray()[..4]);
    }

    [Fact]
    public async Task WriteAsync_ManyRows_KeepsOrderCountAndAnswersOfEach()
    {
        test.Store(Enumerable.Range(0, 1_203)
            .Select(i => A.Conversation($"c{i:0000}") with { StartTime = 1_790_000_000 + i, Collected = [("number", $"{i}")] }));

        var rows = await ReadAsync(new ConversationFilter());

        Assert.Equal(Enumerable.Range(0, 1_203).Reverse()
            .Select(i => ($"c{i:0000}", $"{i}")), rows.Select(row => (row["conversation_id"], row["data_number"])));
    }

    [Fact]
    public async Task WriteAsync_Filter_LimitsRowsAndColumns()
    {
        test.Store(A.Conversation("one") with { Criteria = [("mine", "success")] },
            A.Conversation("two") with { AgentId = "agent_two", Criteria = [("theirs", "success")] });
        var filter = new ConversationFilter { AgentIds = ["agent_one"] };

        var row = Assert.Single(await ReadAsync(filter));

        Assert.Contains("criterion_mine", row.Keys);
        Assert.DoesNotContain("criterion_theirs", row.Keys);
        Assert.True(test.Conversations.Any(filter, CancellationToken.None));
        Assert.False(test.Conversations.Any(new ConversationFilter { AgentIds = ["absent"] }, CancellationToken.None));
    }

    [Fact]
    public async Task WriteAsync_Cancelled_Stops()
    {
        test.Store(A.Conversation("one"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            csv.WriteAsync(new MemoryStream(), new ConversationFilter(), new CsvFormat(), new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task WriteAsync_WhileOthersWrite_KeepsToItsOwnState()
    {
        test.Store(Enumerable.Range(0, 500).Select(i => A.Conversation($"c{i:000}") with { StartTime = 1_000 + i }));
        using var output = new WritingOutput(() => test.Store(A.Conversation("late") with { StartTime = 1 }));

        Assert.Equal(500, await csv.WriteAsync(output, new ConversationFilter(), new CsvFormat(), CancellationToken.None));
        Assert.True(output.HasWritten);
    }

    private async Task<string> TextAsync(ConversationFilter filter)
    {
        using var output = new MemoryStream();
        await csv.WriteAsync(output, filter, new CsvFormat(), CancellationToken.None);
        return Encoding.UTF8.GetString(output.ToArray().AsSpan(3));
    }

    private async Task<List<Dictionary<string, string>>> ReadAsync(ConversationFilter filter, CsvFormat? chosen = null)
    {
        var format = chosen ?? new CsvFormat();
        using var output = new MemoryStream();
        await csv.WriteAsync(output, filter, format, CancellationToken.None);
        output.Position = 0;
        using var reader = CsvReader.Create(output, CsvReaderOptions.Default with { Separator = format.Delimiter.Sign, HasHeader = false },
            leaveOpen: true);
        Assert.True(reader.Read());
        var header = Fields(reader);
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
        {
            var fields = Fields(reader);
            Assert.Equal(header.Count, fields.Count);
            rows.Add(header.Zip(fields).ToDictionary(cell => cell.First, cell => cell.Second));
        }
        return rows;
    }

    private static List<string> Fields(CsvReader reader) => [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
}
