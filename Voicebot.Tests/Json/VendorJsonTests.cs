using System.Text;
using System.Text.Json;
using Voicebot.Core.Json;

namespace Voicebot.Tests.Json;

public sealed class VendorJsonTests
{
    [Theory]
    [InlineData("""{"a":1,"b":2,"a":3}""", """{"a":3,"b":2}""")]
    [InlineData("""{"a":{"x":1,"x":[1,{"y":1,"y":2}]}}""", """{"a":{"x":[1,{"y":2}]}}""")]
    [InlineData("""{"a":1,"\u0061":2}""", """{"a":2}""")]
    [InlineData("\uFEFF{}", "{}")]
    [InlineData("""{"a":"\ud83d"}""", "{\"a\":\"\ufffd\"}")]
    [InlineData("""{"a":"x\uDE00\uD83Dy"}""", "{\"a\":\"x\ufffd\ufffdy\"}")]
    [InlineData("""{"a":"\uD83D\uDE00"}""", "{\"a\":\"\U0001F600\"}")]
    [InlineData("""{"a\u0000":"b\u0000c"}""", "{\"a\ufffd\":\"b\ufffdc\"}")]
    [InlineData("""{"a":"\\ud83d"}""", """{"a":"\\ud83d"}""")] // an escaped backslash
    [InlineData("""{"a":"\ud83d udead xud83d"}""", "{\"a\":\"\ufffd udead xud83d\"}")] // words that look like the end of an escape
    [InlineData("""{"a":1e999,"b":-0.10,"c":123456789012345678901234567890}""",
        """{"a":1e999,"b":-0.10,"c":123456789012345678901234567890}""")]
    public void Read_UnusualJson_IsWhatCanBeKept(string json, string expected)
    {
        var read = VendorJson.Read(Encoding.UTF8.GetBytes(json));

        Assert.False(read.IsCut);
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, read.Json), read.Json.GetRawText());
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(64, false)]
    [InlineData(256, false)]
    [InlineData(264, false)]
    [InlineData(265, true)]
    [InlineData(266, true)]
    [InlineData(300, true)]
    [InlineData(5_000, true)]
    [InlineData(1_000_000, true)]
    public void Read_Nesting_ReachesFarAndIsCutBeyond(int depth, bool isCut)
    {
        var read = VendorJson.Read(
            Encoding.UTF8.GetBytes($$"""{"id":"x","deep":{{new string('[', depth - 1)}}{{new string(']', depth - 1)}},"after":1}"""));

        Assert.Equal((isCut, "x", 1L), (read.IsCut, read.Json.Text("id"), read.Json.Whole("after")));
        Assert.NotNull(VendorJson.Node(read.Json.GetRawText()));
    }

    /// <summary>A doubled member has it read another way, which reaches as far.</summary>
    [Theory]
    [InlineData(264, "", false)]
    [InlineData(264, "1", false)]
    [InlineData(265, "", true)]
    [InlineData(265, "1", true)]
    public void Read_NestingWithDoubledMembers_ReachesAsFar(int depth, string innermost, bool isCut)
    {
        var (open, close) = (new string('[', depth - 1), new string(']', depth - 1));

        var read = VendorJson.Read(Encoding.UTF8.GetBytes($$"""{"id":"x","id":"y","deep":{{open}}{{innermost}}{{close}}}"""));

        Assert.Equal((isCut, "y"), (read.IsCut, read.Json.Text("id")));
        Assert.Equal(isCut, read.Json.GetRawText().Contains("null", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"a":"\ud83d\""")]
    [InlineData("""{"a":"\ud83d\u12""")]
    [InlineData("{\"a\":01}")]
    [InlineData("{\"a\":\"\u0001\"}")]
    [InlineData("{} {}")]
    [InlineData("nul")]
    public void Read_NoJson_Throws(string json) => Assert.ThrowsAny<JsonException>(() => VendorJson.Read(Encoding.UTF8.GetBytes(json)));
}
