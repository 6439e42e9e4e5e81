using Voicebot.Core.Phones;

namespace Voicebot.Tests.Phones;

/// <summary>What begins like an encoded sign and ends too early takes nothing away from the number beside it, and stops nobody.</summary>
public sealed class BrokenSignTests
{
    public static TheoryData<string> Beginnings =>
    [
        "\\", "\\\\", "\\u", "\\x", "\\U", "\\u{", "\\x{", "\\u{}", "\\u{zz}", "\\u00", "\\x3", "\\U0001", "\\ud835",
        "\\ud835\\", "\\ud835\\u",
        "\\ud835\\udf", "&", "&#", "&#x", "&#x;", "&#;", "&amp", "&nbsp", "&unknown;", "%", "%2", "%zz", "=", "=2", "=zz",
    ];

    [Theory]
    [MemberData(nameof(Beginnings))]
    public void Removed_NumberBesideABrokenSign_IsGone(string sign)
    {
        foreach (var text in new[] { $"Call 501000001 x {sign}", $"{sign} x 501000001", $"a{sign}" })
            Assert.DoesNotContain("501000001", PhoneMask.Removed(text, "+48501000001"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\u{31}")]
    [InlineData("\\x31")]
    [InlineData("\\u0031")]
    [InlineData("\\U00000031")]
    [InlineData("&#49;")]
    [InlineData("&#x31;")]
    [InlineData("%31")]
    public void Removed_NumberThatEndsInAnEncodedDigit_IsGoneAtTheEndOfTheText(string digit) =>
        Assert.DoesNotContain("50100000", PhoneMask.Removed("Call 50100000" + digit, "+48501000001"), StringComparison.Ordinal);
}
