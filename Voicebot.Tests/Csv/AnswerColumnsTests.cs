using System.Text;
using Voicebot.Core.Conversations;
using Voicebot.Core.Csv;
using Voicebot.Core.Figures;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Csv;

public sealed class AnswerColumnsTests : IDisposable
{
    private readonly TestDatabase test = new();

    public void Dispose() => test.Dispose();

    [Theory]
    [InlineData("null", null)]
    [InlineData("\"T-55012\"", "T-55012")]
    [InlineData("\"\"", "")]
    [InlineData("\"null\"", "null")]
    [InlineData("\"Zażółć \\\"gęślą\\\"\\n\\ud83d\\ude42\"", "Zażółć \"gęślą\"\n🙂")]
    [InlineData("true", "true")]
    [InlineData("2", "2")]
    [InlineData("349.5", "349.5")]
    [InlineData("[1,\"a\"]", "[1,\"a\"]")]
    [InlineData("{\"a\":null}", "{\"a\":null}")]
    public void Read_Json_IsACell(string json, string? expected)
    {
        test.Store(A.Conversation("one") with { Collected = [("a", "1"), ("m", json), ("z", null)] });

        var cells = test.Database.Read(connection =>
            AnswerColumns.Of(connection, Dimension.Datum, new ConversationFilter())
                .Read(Encoding.UTF8.GetBytes($$"""{"a":1,"elsewhere":[{}],"m":{{json}},"z":null}""")).ToList());

        Assert.Equal(["1", expected, null], cells);
    }
}
