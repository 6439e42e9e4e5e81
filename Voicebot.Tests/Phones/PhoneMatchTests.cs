using Voicebot.Core.Phones;

namespace Voicebot.Tests.Phones;

/// <summary>Which numbers a search finds, while they are masked and while they are not.</summary>
public sealed class PhoneMatchTests
{
    private const string Phone = "+48600000105";

    [Theory]
    [InlineData(null, "600", false)]
    [InlineData(Phone, "4860", true)]
    [InlineData(Phone, "0048 600 000 105", true)]
    [InlineData("sip:Jan@example.test", "jan@EXAMPLE", true)]
    [InlineData("+48 600-000-105", "600000", true)]
    [InlineData("+48 600-000-105", "600001", false)]
    [InlineData("%2B48600000105", "+4860", true)]
    [InlineData(Phone, "%2B4860", true)]
    [InlineData(Phone, "tel 600", false)]
    [InlineData(Phone, "-", false)]
    // "international" is written 00 or +; a trunk 0 is left out of what is long enough to be a number.
    [InlineData(Phone, "00486", true)]
    [InlineData(Phone, "0486", false)]
    [InlineData(Phone, "0486000", false)]
    [InlineData(Phone, "04860000", true)]
    [InlineData(Phone, "0600000105", true)]
    public void IsPart_OfANumber_IsWrittenWithoutRegardToSeparators(string? phone, string asked, bool expected) =>
        Assert.Equal(expected, PhoneMatch.IsPart(phone, asked));

    [Theory]
    [InlineData(null, "105", false)]
    [InlineData(Phone, "105", true)]
    [InlineData(Phone, "104", false)]
    [InlineData(Phone, "0105", false)]
    [InlineData(Phone, "05", false)]
    [InlineData("112", "112", false)] // its mask shows nothing
    [InlineData(Phone, "600 000 105", true)]
    [InlineData(Phone, "600000105", true)]
    [InlineData("600000105", Phone, true)]
    [InlineData(Phone, "+48600000106", false)]
    [InlineData(Phone, "+49600000105", false)]
    [InlineData("+", Phone, false)]
    [InlineData("12", "600000105", false)]
    [InlineData("sip:+48600000105@example.test", Phone, true)]
    [InlineData("anonymous", " Anonymous ", true)]
    [InlineData(" anonymous", "ANONYMOUS", true)]
    [InlineData("unknown", "anonymous", false)]
    [InlineData(Phone, "anonymous", false)]
    public void IsSameOrShown_WhileMasked_IsAWholeNumberOrWhatTheMaskShows(string? phone, string asked, bool expected) =>
        Assert.Equal(expected, PhoneMatch.IsSameOrShown(phone, asked));

    [Theory]
    [InlineData(Phone, true, null)]
    [InlineData("jan@example.test", false, null)]
    [InlineData("1234567", true, null)]
    [InlineData("123456", false, PhoneMatch.Rule)]
    [InlineData("x", false, PhoneMatch.Rule)]
    [InlineData("anonymous", false, PhoneMatch.WithheldRule)]
    public void FaultOf_NameOfAPerson_IsWhatIsWrongWithIt(string text, bool isNumber, string? fault)
    {
        Assert.Equal(isNumber, PhoneMatch.IsNumber(text));
        Assert.Equal(fault, PhoneMatch.FaultOf(text));
    }

    [Theory]
    [InlineData("abc", 0, false)]
    [InlineData("%2B48 ６0", 4, true)]
    [InlineData("⑥", 1, true)]
    [InlineData("", 0, false)]
    public void DigitsIn_Text_AreThoseOfEveryScript(string text, int digits, bool holds) =>
        Assert.Equal((digits, holds), (PhoneMatch.DigitsIn(text), PhoneMatch.HoldsDigits(text)));
}
