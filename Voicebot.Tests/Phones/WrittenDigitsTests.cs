using System.Text;
using Voicebot.Core.Phones;

namespace Voicebot.Tests.Phones;

/// <summary>Which signs are digits, and which of them belong to one number.</summary>
public sealed class WrittenDigitsTests
{
    [Theory]
    [InlineData('0', 0)]
    [InlineData('9', 9)]
    [InlineData('/', -1)]
    [InlineData(':', -1)]
    [InlineData('a', -1)]
    [InlineData(0xB2, 2)] // raised
    [InlineData(0xB9, 1)]
    [InlineData(0xBD, -1)] // a half
    [InlineData(0x660, 0)] // Arabic
    [InlineData(0x669, 9)]
    [InlineData(0x966, 0)] // Devanagari
    [InlineData(0x2082, 2)] // lowered
    [InlineData(0x2160, -1)] // Roman
    [InlineData(0x2468, 9)] // in a circle
    [InlineData(0x2469, -1)] // ten in a circle
    [InlineData(0xFF10, 0)] // full-width
    [InlineData(0xFF19, 9)]
    [InlineData(0x1D7DC, 4)] // mathematical
    [InlineData(0x3006, -1)]
    [InlineData(0x3007, 0)]
    [InlineData(0x3008, -1)]
    [InlineData(0x3020, -1)]
    [InlineData(0x3021, 1)]
    [InlineData(0x3029, 9)]
    [InlineData(0x3038, -1)] // Hangzhou's ten
    [InlineData('零', 0)]
    [InlineData('一', 1)]
    [InlineData('二', 2)]
    [InlineData('三', 3)]
    [InlineData('四', 4)]
    [InlineData('五', 5)]
    [InlineData('六', 6)]
    [InlineData('七', 7)]
    [InlineData('八', 8)]
    [InlineData('九', 9)]
    [InlineData('十', -1)]
    [InlineData(0x20000, -1)]
    [InlineData(0x7F, -1)]
    [InlineData(0x80, -1)]
    public void ValueOf_Sign_IsItsDigit(int sign, int expected)
    {
        Assert.Equal(expected, WrittenDigits.ValueOf(new Rune(sign)));
        Assert.Equal(expected < 0 ? "" : $"{expected}", WrittenDigits.Of(new Rune(sign).ToString()));
    }

    [Theory]
    [InlineData("+", true)]
    [InlineData("＋", true)]
    [InlineData("﹢", true)]
    [InlineData("⁺", true)]
    [InlineData("₊", true)]
    [InlineData("➕", true)]
    [InlineData("-", false)]
    [InlineData("±", false)]
    public void IsPlus_Sign_AlsoRaisedSmallAndWide(string sign, bool expected) =>
        Assert.Equal(expected, WrittenDigits.IsPlus(sign.EnumerateRunes().First()));

    /// <summary>Of the second digit.</summary>
    [Theory]
    [InlineData("12", true, true)]
    [InlineData("1 2", false, true)]
    [InlineData("1２", false, true)]
    [InlineData("１２", true, true)]
    [InlineData("1a2", false, false)]
    [InlineData("1 a 2", false, false)]
    [InlineData("1\u20E32", true, true)] // what is drawn over a digit does not stand between two
    [InlineData("1\u03012", true, true)]
    [InlineData("1            2", false, true)] // twelve
    [InlineData("1             2", false, false)]
    [InlineData("1-.-.-.-.-.-.2", false, true)]
    [InlineData("1-.-.-.-.-.-.-2", false, false)]
    public void In_TwoDigits_TouchOrGoOn(string text, bool touches, bool goesOn)
    {
        var second = WrittenDigits.In(text, decode: false).All[1];

        Assert.Equal(('2', touches, goesOn, text.Length - 1, text.Length), (second.Value, second.Touches, second.GoesOn, second.Start,
            second.End));
    }

    /// <summary>Where the plus stands that belongs to the first digit; -1 without.</summary>
    [Theory]
    [InlineData("1", -1)]
    [InlineData("+1", 0)]
    [InlineData("x +1", 2)]
    [InlineData("+ ( 1", 0)]
    [InlineData("+((( 1", -1)]
    [InlineData("+   1", 0)]
    [InlineData("+    1", -1)]
    [InlineData("+-1", -1)]
    [InlineData("+)1", -1)]
    [InlineData("+a1", -1)]
    [InlineData("++1", 1)]
    [InlineData("+    +1", 5)]
    public void In_PlusBeforeADigit_BelongsToItWithinThreeSigns(string text, int plus) =>
        Assert.Equal(plus, WrittenDigits.In(text, decode: false).All[0].Plus);

    [Fact]
    public void In_PlusOfTheFirst_IsNotThatOfTheNext() =>
        Assert.Equal([0, -1, 3], WrittenDigits.In("+12+3", decode: false).All.Select(digit => digit.Plus));

    /// <summary>Encoded signs are what they stand for, or to the letter.</summary>
    [Theory]
    [InlineData("%2B48", true, "48", 0)]
    [InlineData("%2B48", false, "248", -1)]
    [InlineData("&#43;4", true, "4", 0)]
    [InlineData("&#43;4", false, "434", -1)]
    [InlineData("\\u0034\\u0038", true, "48", -1)]
    [InlineData("%zz4", true, "4", -1)]
    public void In_Encoded_IsReadBothWays(string text, bool decode, string digits, int plus)
    {
        var all = WrittenDigits.In(text, decode).All;

        Assert.Equal(digits, string.Concat(all.Select(digit => digit.Value)));
        Assert.Equal(plus, all[0].Plus);
        Assert.Equal(text.Length, all[^1].End);
    }

    /// <summary>A glance may be too careful, never too careless; the texts stand as characters and as UTF-8.</summary>
    [Theory]
    [InlineData("501000123", true, true)]
    [InlineData("x 5-0 (1)0 00.123", true, true)]
    [InlineData("501000124", false, false)]
    [InlineData("1000124 100012", false, false)]
    [InlineData("", false, false)]
    [InlineData("Zażółć gęślą jaźń – Жεא “q” 12", false, false)]
    [InlineData("%", true, true)]
    [InlineData("&", true, true)]
    [InlineData("\\", true, true)]
    [InlineData("²", true, true)]
    [InlineData("³", true, true)]
    [InlineData("¹", true, true)]
    [InlineData("°´º", false, false)]
    [InlineData("\u05EA\u00D7", false, false)]
    [InlineData("٣", true, true)]
    [InlineData("३", true, true)]
    [InlineData("九", true, true)]
    [InlineData("𝟜", true, true)]
    [InlineData("€", false, true)]
    public void MayHold_Text_IsFalseOnlyWhereTheNumberCannotStand(string text, bool asCharacters, bool asBytes)
    {
        Assert.Equal(asCharacters, DigitGlance.MayHold(text, "1000123"));
        Assert.Equal(asBytes, DigitGlance.MayHold(Encoding.UTF8.GetBytes(text), "1000123"));
    }

    /// <summary>North America and Russia have ten digits behind their code, others at least nine.</summary>
    [Theory]
    [InlineData("1", 9, false)]
    [InlineData("1", 10, true)]
    [InlineData("1", 11, false)]
    [InlineData("7", 9, false)]
    [InlineData("7", 10, true)]
    [InlineData("7", 11, false)]
    [InlineData("48", 8, false)]
    [InlineData("48", 9, true)]
    [InlineData("48", 10, true)]
    [InlineData("380", 9, true)]
    public void IsBelieved_CodeWithoutAPlus_NeedsSoManyDigits(string code, int digits, bool expected) =>
        Assert.Equal(expected, CallingCodes.IsBelieved(code, digits));

    [Theory]
    [InlineData("1", true)]
    [InlineData("48", true)]
    [InlineData("380", true)]
    [InlineData("", false)]
    [InlineData("0", false)]
    [InlineData("4", false)]
    [InlineData("048", false)]
    [InlineData("481", false)]
    [InlineData("38", false)]
    [InlineData("3801", false)]
    public void IsCode_Digits_AreOneWholeCode(string digits, bool expected) => Assert.Equal(expected, CallingCodes.IsCode(digits));
}
