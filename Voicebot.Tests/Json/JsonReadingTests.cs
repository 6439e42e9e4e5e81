using System.Text.Json;
using Voicebot.Core.Json;

namespace Voicebot.Tests.Json;

/// <summary>What the vendor's values read as, whatever kind they are of.</summary>
public sealed class JsonReadingTests
{
    [Theory]
    [InlineData("\"text\"", "text")]
    [InlineData("\" \"", " ")]
    [InlineData("\"\"", null)]
    [InlineData("1.50", "1.50")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("null", null)]
    [InlineData("[1]", null)]
    [InlineData("""{"a":1}""", null)]
    public void Text_Value_IsItsText(string json, string? expected) => Assert.Equal(expected, Of(json).Text("a", "b"));

    [Theory]
    [InlineData("7", 7.0)]
    [InlineData("-7.25", -7.25)]
    [InlineData("\"7.25\"", 7.25)]
    [InlineData("\" 1e3 \"", 1000.0)]
    [InlineData("\"7,25\"", null)]
    [InlineData("\"NaN\"", null)]
    [InlineData("\"Infinity\"", null)]
    [InlineData("1e999", null)]
    [InlineData("\"\"", null)]
    [InlineData("true", null)]
    [InlineData("null", null)]
    [InlineData("[7]", null)]
    public void Number_Value_IsReadWhereItIsFinite(string json, double? expected) => Assert.Equal(expected, Of(json).Number("a", "b"));

    [Theory]
    [InlineData("0.5", 1L)]
    [InlineData("-0.5", -1L)]
    [InlineData("2.5", 3L)]
    [InlineData("2.49", 2L)]
    [InlineData("\"41\"", 41L)]
    [InlineData("8999999999999999", 8_999_999_999_999_999L)]
    [InlineData("9000000000000000", null)]
    [InlineData("-9000000000000000", null)]
    [InlineData("null", null)]
    public void Whole_Value_IsRoundedAwayFromZero(string json, long? expected) => Assert.Equal(expected, Of(json).Whole("a", "b"));

    /// <summary>From the second day of 2000, which is 2000 in every zone, to the end of 2099.</summary>
    [Theory]
    [InlineData(946_771_199, false)]
    [InlineData(946_771_200, true)]
    [InlineData(4_102_444_799, true)]
    [InlineData(4_102_444_800, false)]
    [InlineData(0, false)]
    [InlineData(1_760_000_000_000, false)]
    public void Instant_Value_LiesInThisCentury(long seconds, bool read) =>
        Assert.Equal(read ? seconds : null, Of($"{seconds}").Instant("a", "b"));

    [Theory]
    [InlineData("-1", null)]
    [InlineData("0", 0L)]
    [InlineData("99", 99L)]
    [InlineData("99.4", 99L)]
    [InlineData("99.5", null)]
    [InlineData("100", null)]
    public void Amount_Value_LiesBelowItsBound(string json, long? expected) => Assert.Equal(expected, Of(json).Amount(100, "a", "b"));

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("1", false)]
    [InlineData("\"true\"", false)]
    [InlineData("null", false)]
    public void Flag_Value_IsTrueForTrueAlone(string json, bool expected) => Assert.Equal(expected, Of(json).Flag("a", "b"));

    [Theory]
    [InlineData("null", true)]
    [InlineData("false", true)]
    [InlineData("true", false)]
    [InlineData("0", true)]
    [InlineData("0.0", true)]
    [InlineData("0.1", false)]
    [InlineData("-1", false)]
    [InlineData("\"\"", true)]
    [InlineData("\" \\n\"", true)]
    [InlineData("\"x\"", false)]
    [InlineData("[]", true)]
    [InlineData("[null,0,\"\"]", true)]
    [InlineData("[0,1]", false)]
    [InlineData("{}", true)]
    [InlineData("""{"a":null,"b":{"c":[]}}""", true)]
    [InlineData("""{"a":null,"b":{"c":[1]}}""", false)]
    public void IsBlank_Value_SaysNothing(string json, bool expected) => Assert.Equal(expected, Parse(json).IsBlank());

    [Theory]
    [InlineData("[1,2]", 2, 0)]
    [InlineData("""{"x":1,"y":2,"z":3}""", 0, 3)]
    [InlineData("null", 0, 0)]
    [InlineData("\"text\"", 0, 0)]
    [InlineData("7", 0, 0)]
    public void ItemsAndMembers_Value_AreThoseOfItsKind(string json, int items, int members) =>
        Assert.Equal((items, members), (Of(json).Items("a", "b").Count(), Of(json).Members("a", "b").Count()));

    [Theory]
    [InlineData("""{"a":{"b":1}}""", "1")]
    [InlineData("""{"a":{"b":null}}""", null)]
    [InlineData("""{"a":{}}""", null)]
    [InlineData("""{"a":null}""", null)]
    [InlineData("""{"a":[{"b":1}]}""", null)]
    [InlineData("""{"b":1}""", null)]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    public void At_Path_IsFollowedThroughObjects(string json, string? expected) =>
        Assert.Equal(expected, Parse(json).At("a", "b")?.GetRawText());

    private static JsonElement Of(string value) => Parse($$$"""{"a":{"b":{{{value}}}}}""");

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
