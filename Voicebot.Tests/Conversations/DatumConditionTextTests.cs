using Voicebot.Core.Conversations;

namespace Voicebot.Tests.Conversations;

public sealed class DatumConditionTextTests
{
    [Theory]
    [InlineData("city", "city exists")]
    [InlineData("a,b", "a,b exists")] // as it was before there were operators
    [InlineData(@"a\,b", @"a\,b exists")]
    [InlineData("a:b", "a:b exists")]
    [InlineData("eq", "eq exists")]
    [InlineData("city:exists", "city exists")]
    [InlineData("city:missing", "city missing")]
    [InlineData("city:eq:Łódź", "city eq Łódź")]
    [InlineData("city:neq:", "city neq ")]
    [InlineData("time:eq:10:30", "time eq 10:30")]
    [InlineData("a:b:eq:c:eq:d", "a:b eq c:eq:d")]
    [InlineData(@"a\:eq\:b:neq:c", "a:eq:b neq c")]
    [InlineData("a:exists:eq:b", "a:exists eq b")]
    [InlineData("a:eq:exists", "a eq exists")]
    [InlineData(@"a:in:x|y\|z| w ,b:gt:-1.5e3", "a in x;y|z;w  b gt -1.5e3")]
    [InlineData(@"a\,b:eq:c\,d,e:exists", "a,b eq c,d  e exists")]
    [InlineData(@"a:eq:C:\temp\\", @"a eq C:\temp\")]
    [InlineData("a:eq:x|y", "a eq x|y")]
    [InlineData("a:lte:2026-11-25", "a lte 2026-11-25")]
    [InlineData("__proto__:eq:=cmd()", "__proto__ eq =cmd()")]
    [InlineData("a:eq:1,a:eq:1,a:eq:2", "a eq 1  a eq 2")]
    public void ReadAll_Text_IsTheseConditions(string text, string expected) =>
        Assert.Equal(expected, string.Join("  ", DatumConditionText.ReadAll(text)!.Select(one =>
            $"{one.DataId} {one.Operator}{(one.Values.Count == 0 ? "" : " " + string.Join(';', one.Values))}")));

    [Theory]
    [InlineData("a:gt:x")]
    [InlineData("a:lt:")]
    [InlineData("a:gte:NaN")]
    [InlineData("a:lte:1e999")]
    [InlineData("a:lte:1,5")]
    [InlineData("a:eq:1,b")]
    [InlineData(":eq:1")]
    [InlineData("a:eq:\u001e")]
    [InlineData("a:in:1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20|21|22|23|24|25|26|27|28|29|30|31|32|33|34|35|36|37|38|39|40|41")]
    public void ReadAll_WrittenOtherwise_IsRefused(string text) => Assert.Null(DatumConditionText.ReadAll(text));

    [Theory]
    [InlineData("2026-11-25", true)]
    [InlineData("2026-11-25T10:30", true)]
    [InlineData("2026-11-25 10:30:05", true)]
    [InlineData("2026-11-25T10:30:05.123456789Z", true)]
    [InlineData("2026-11-25T10:30:05+01:00", true)]
    [InlineData("2026-11-25T10:30:05-0530", true)]
    [InlineData("2026-02-29", false)]
    [InlineData("2026-11-25T24:30", false)]
    [InlineData("2026-11-25T10:30+99:00", false)]
    [InlineData("25.11.2026", false)]
    [InlineData("2026-11", false)]
    [InlineData("2026-11-25 or so", false)]
    [InlineData("20261125", false)]
    [InlineData("１026-11-25", false)]
    public void Parse_Date_IsAnIsoDateOnly(string text, bool expected) => Assert.Equal(expected, WrittenDate.Parse(text) is not null);

    [Theory]
    [InlineData("2026-11-25T23:59", "2026-11-25", 0)] // within the day
    [InlineData("2026-11-26", "2026-11-25", 1)]
    [InlineData("2026-11-25T10:00", "2026-11-25T10:30", -1)]
    [InlineData("2026-11-25T10:00Z", "2026-11-25T10:30+01:00", 1)] // an earlier instant, though later by the clock
    [InlineData("2026-11-25T10:00", "2026-11-25T10:30+01:00", -1)]
    [InlineData("2026-11-25", "2026-11-25T00:00", 0)]
    public void CompareTo_AskedDate_IsAsAPersonWouldSay(string written, string asked, int expected) =>
        Assert.Equal(expected, Math.Sign(WrittenDate.Parse(written)!.Value.CompareTo(WrittenDate.Parse(asked)!.Value)));
}
