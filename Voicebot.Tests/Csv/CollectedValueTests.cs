using Voicebot.Core.Csv;

namespace Voicebot.Tests.Csv;

public sealed class CollectedValueTests
{
    [Theory]
    [InlineData(null, null)]
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
    public void Text_Json_IsACell(string? json, string? expected) => Assert.Equal(expected, CollectedValue.Text(json));
}
