using System.Globalization;
using System.Text;
using System.Text.Json;
using Voicebot.Core.Conversations;
using Voicebot.Core.Csv;
using Voicebot.Core.Settings;
using Voicebot.Core.Time;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Csv;

/// <summary>What the choices of an export change in its cells.</summary>
public sealed class CsvFormatTests : IDisposable
{
    private const string Mark = "… [cut]";

    private readonly TestDatabase test = new();

    public void Dispose() => test.Dispose();

    [Theory]
    [InlineData("comma")]
    [InlineData("semicolon")]
    [InlineData("tab")]
    public async Task WriteAsync_DecimalComma_WritesEveryDecimalWithIt(string delimiter)
    {
        test.Store(A.Conversation("one") with
        {
            Rating = 4.5,
            CostUsd = 0.0123,
            CostCredits = 658,
            Collected = [("amount", "-5.25"), ("list", "[1.5]"), ("power", "1.5e3"), ("text", "\"1.5\""), ("whole", "7")],
        });

        var rows = await RowsAsync(
            new CsvFormat { DecimalComma = true, Delimiter = CsvDelimiter.All.Single(one => one.Name == delimiter) });

        Assert.Equal(
            ["4,5", "0,0123", "658", "-5,25", "[1.5]", "1,5e3", "1.5", "7"],
            new[] { "rating", "cost_usd", "cost", "data_amount", "data_list", "data_power", "data_text", "data_whole" }.Select(column =>
                rows.Value("one", column)));
    }

    [Fact]
    public async Task WriteAsync_CriteriaAsNumbers_AreTwoOneAndZero()
    {
        test.Store(
            A.Conversation("one") with { Criteria = [("a", "success"), ("b", "unknown"), ("c", "failure"), ("d", "something new")] },
            A.Conversation("two") with { Criteria = [("a", "failure")] });

        var rows = await RowsAsync(new CsvFormat { CriteriaAsNumbers = true });

        Assert.Equal(["2", "1", "0", "1"], "abcd".Select(criterion => rows.Value("one", $"criterion_{criterion}")));
        Assert.Equal(["0", "", "", ""], "abcd".Select(criterion => rows.Value("two", $"criterion_{criterion}")));
    }

    [Theory]
    [InlineData(32_767, false, 32_767)]
    [InlineData(32_768, false, 32_767)]
    [InlineData(32_768, true, 32_768)]
    [InlineData(40_000, false, 32_767)]
    [InlineData(40_000, true, 40_000)]
    public async Task WriteAsync_LongText_EndsWhereACellDoes(int length, bool whole, int expected)
    {
        string[] signs = ["x", "ż", "\"", ";"];
        string Text(string sign) => string.Concat(Enumerable.Repeat(sign, length));
        test.Store(signs.Select(sign =>
            A.Conversation("c" + sign) with { Summary = Text(sign), Collected = [("d", JsonSerializer.Serialize(Text(sign)))] }));

        var rows = await RowsAsync(new CsvFormat { WholeCells = whole });

        foreach (var sign in signs)
            foreach (var cell in new[] { rows.Value("c" + sign, "transcript_summary"), rows.Value("c" + sign, "data_d") })
            {
                Assert.Equal((expected, expected < length), (cell.Length, cell.EndsWith(Mark, StringComparison.Ordinal)));
                Assert.StartsWith(cell.Replace(Mark, "", StringComparison.Ordinal), Text(sign), StringComparison.Ordinal);
            }
    }

    [Theory]
    [InlineData("🙂", 20_000, 16_380)]
    [InlineData("=", 40_000, 32_759)]
    public async Task WriteAsync_LongTextOfOtherSigns_KeepsPairsAndTheApostropheWithinTheLimit(string sign, int count, int kept)
    {
        test.Store(A.Conversation("one") with { Summary = string.Concat(Enumerable.Repeat(sign, count)) });

        var summary = (await RowsAsync(new CsvFormat())).Value("one", "transcript_summary");

        Assert.Equal((sign == "=" ? "'" : "") + string.Concat(Enumerable.Repeat(sign, kept)) + Mark, summary);
    }

    [Theory]
    [InlineData("conv_1", "conv_1", "https://bot.example/x/?conversation=conv_1")]
    [InlineData("=a&b c/ż", "'=a&b c/ż", "https://bot.example/x/?conversation=%3Da%26b%20c%2F%C5%BC")]
    public async Task WriteAsync_Page_LinksToEachConversation(string id, string shown, string expected)
    {
        test.Store(A.Conversation(id));

        Assert.Equal("", (await RowsAsync(new CsvFormat())).Value(shown, "url"));
        Assert.Equal(expected, (await RowsAsync(new CsvFormat { Page = new Uri("https://bot.example/x/") })).Value(shown, "url"));
    }

    [Theory]
    [InlineData("2026-10-25T00:30:05Z", "2026-10-25 02:30:05", "120")]
    [InlineData("2026-10-25T01:30:05Z", "2026-10-25 02:30:05", "60")]
    [InlineData("1970-01-01T00:00:00Z", "1970-01-01 01:00:00", "60")]
    public async Task WriteAsync_Time_IsLocalWithItsOffset(string start, string local, string offset)
    {
        test.Settings.Save(new SettingsChange { Zone = ReportingZone.Find("Europe/Warsaw") });
        test.Store(A.Conversation("one") with
        {
            StartTime = DateTimeOffset.Parse(start, CultureInfo.InvariantCulture)
            .ToUnixTimeSeconds()
        });

        var rows = await RowsAsync(new CsvFormat());

        Assert.Equal((local, offset), (rows.Value("one", "start_time"), rows.Value("one", "utc_offset_minutes")));
    }

    private async Task<IReadOnlyList<IReadOnlyList<string>>> RowsAsync(CsvFormat format)
    {
        using var output = new MemoryStream();
        await new ConversationCsv(test.Database).WriteAsync(output, new ConversationFilter(), format, CancellationToken.None);
        return CsvReading.Rows(Encoding.UTF8.GetString(output.ToArray().AsSpan(3)), format.Delimiter.Sign);
    }
}
