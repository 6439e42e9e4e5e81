using Voicebot.Core.Phones;

namespace Voicebot.Tests.Phones;

/// <summary>How many characters each way to encode a sign takes, and which sign it is.</summary>
public sealed class EncodedSignTests
{
    // Of an address, in UTF-8 or Latin-1; encoded twice and three times.
    [Theory]
    [InlineData("%2B", 3, '+')]
    [InlineData("%2b1", 3, '+')]
    [InlineData("%252B", 5, '+')]
    [InlineData("%25252B", 7, '+')]
    [InlineData("%C2%A0", 6, 0xA0)]
    [InlineData("%E2%80%AF", 9, 0x202F)]
    [InlineData("%F0%9D%9F%9C", 12, 0x1D7DC)]
    [InlineData("%C2%A0%C2%A0", 6, 0xA0)]
    [InlineData("%25C2%25A0", 10, 0xA0)]
    [InlineData("%A0", 3, 0xA0)]
    [InlineData("%C2", 3, 0xC2)]
    [InlineData("%C2x", 3, 0xC2)]
    [InlineData("%C2%20", 3, 0xC2)]
    [InlineData("%E2%80", 3, 0xE2)]
    [InlineData("%25", 3, '%')]
    [InlineData("%25zz", 3, '%')]
    [InlineData("%2541", 5, 'A')]
    [InlineData("%", 0, 0)]
    [InlineData("%2", 0, 0)]
    [InlineData("%zz", 0, 0)]
    [InlineData("%2g", 0, 0)]
    // Of HTML.
    [InlineData("&nbsp;", 6, 0xA0)]
    [InlineData("&lt;", 4, '<')]
    [InlineData("&plus;", 6, '+')]
    [InlineData("&lpar;", 6, ' ')]
    [InlineData("&a;", 3, ' ')]
    [InlineData("&nbsp", 5, ' ')]
    [InlineData("&nbspx", 5, ' ')]
    [InlineData("&shy1", 4, ' ')]
    [InlineData("&middot1", 7, ' ')]
    [InlineData("&ensp1", 5, ' ')]
    [InlineData("&emsp1", 5, ' ')]
    [InlineData("&thinsp1", 7, ' ')]
    [InlineData("&NBSP1", 0, 0)]
    [InlineData("&amp;", 5, '&')]
    [InlineData("&amp;nbsp;", 10, 0xA0)]
    [InlineData("&AMP;amp;#43;", 13, '+')]
    [InlineData("&amp;nbsp1", 9, ' ')]
    [InlineData("&#43;", 5, '+')]
    [InlineData("&#43", 4, '+')]
    [InlineData("&#43x", 4, '+')]
    [InlineData("&#x2b;", 6, '+')]
    [InlineData("&#X2B;", 6, '+')]
    [InlineData("&#x2b", 5, '+')]
    [InlineData("&#00000043;", 11, '+')]
    [InlineData("&#000000043;", 10, 4)]
    [InlineData("&#x110000;", 0, 0)]
    [InlineData("&#xD800;", 0, 0)]
    [InlineData("&#;", 0, 0)]
    [InlineData("&#x;", 0, 0)]
    [InlineData("&#", 0, 0)]
    [InlineData("&#x", 0, 0)]
    [InlineData("&", 0, 0)]
    [InlineData("&;", 0, 0)]
    [InlineData("& 1", 0, 0)]
    [InlineData("&12;", 0, 0)]
    [InlineData("&unknown", 0, 0)]
    [InlineData("&unknown,", 0, 0)]
    // Of JSON and of programs.
    [InlineData("\\n", 2, ' ')]
    [InlineData("\\b", 2, ' ')]
    [InlineData("\\f", 2, ' ')]
    [InlineData("\\r", 2, ' ')]
    [InlineData("\\t", 2, ' ')]
    [InlineData("\\v", 2, ' ')]
    [InlineData("\\\"", 2, ' ')]
    [InlineData("\\'", 2, ' ')]
    [InlineData("\\/", 2, ' ')]
    [InlineData("\\\\n", 3, ' ')]
    [InlineData("\\u002b", 6, '+')]
    [InlineData("\\\\u002b", 7, '+')]
    [InlineData("\\x2b", 4, '+')]
    [InlineData("\\U0000002b", 10, '+')]
    [InlineData("\\u{2b}", 6, '+')]
    [InlineData("\\x{02b}1", 7, '+')]
    [InlineData("\\ud835\\udfdc", 12, 0x1D7DC)]
    [InlineData("\\\\ud835\\\\udfdc1", 14, 0x1D7DC)]
    [InlineData("\\ud835", 6, ' ')]
    [InlineData("\\ud835x", 6, ' ')]
    [InlineData("\\ud835\\", 6, ' ')]
    [InlineData("\\ud835\\n", 6, ' ')]
    [InlineData("\\ud835\\udf", 6, ' ')]
    [InlineData("\\ud835\\u0041", 6, ' ')]
    [InlineData("\\ud835udfdc", 6, ' ')]
    [InlineData("\\ud835\\xdfdc", 6, ' ')]
    [InlineData("\\udfdc\\ud835", 6, ' ')]
    [InlineData("\\", 0, 0)]
    [InlineData("\\\\", 0, 0)]
    [InlineData("\\q", 0, 0)]
    [InlineData("\\u", 0, 0)]
    [InlineData("\\u00", 0, 0)]
    [InlineData("\\u00zz", 0, 0)]
    [InlineData("\\x2", 0, 0)]
    [InlineData("\\U0000002", 0, 0)]
    [InlineData("\\U00110000", 0, 0)]
    [InlineData("\\u{2b", 0, 0)]
    [InlineData("\\u{}", 0, 0)]
    [InlineData("\\u{zz}", 0, 0)]
    // One in the other.
    [InlineData("%26nbsp;", 8, 0xA0)]
    [InlineData("%5Cu002b", 8, '+')]
    [InlineData("\\u0026nbsp;", 11, 0xA0)]
    [InlineData("\\u0025C2\\u0025A0", 8, 0xC2)]
    [InlineData("&#37;2B", 7, '+')]
    [InlineData("&#92;u002b1", 10, '+')]
    [InlineData("\\u005cu002b", 11, '+')]
    [InlineData("\\u0026", 6, '&')]
    [InlineData("\\u0026 1", 6, '&')]
    [InlineData("plain", 0, 0)]
    public void Read_Encoding_TakesItsSignsAndNoMore(string text, int length, int sign)
    {
        foreach (var (before, after) in new[] { ("", ""), ("x+ ", ""), ("1", " z") })
        {
            // What follows may go on an open encoding; a blank never does, but for two that the blank itself ends.
            var read = EncodedSign.Read(before + text + after, before.Length, out var found);
            Assert.Equal((length, length == 0 ? 0 : sign), (read, length == 0 ? 0 : found.Value));
        }
    }

    /// <summary>So far is looked into what is encoded in an encoding.</summary>
    [Theory]
    [InlineData(9, "#43;", 43, '+')]
    [InlineData(9, "#043;", 43, '+')]
    [InlineData(10, "#43;", 43, '&')]
    public void Read_OneInTheOther_LooksAtFortySigns(int ampersands, string end, int length, char sign)
    {
        var read = EncodedSign.Read("%26" + string.Concat(Enumerable.Repeat("amp;", ampersands)) + end, 0, out var found);

        Assert.Equal((length, sign), (read, (char)found.Value));
    }

    [Theory]
    [InlineData(31, 33)]
    [InlineData(32, 0)]
    public void Read_NameOfHtml_HasThirtyOneLettersAtMost(int letters, int length) =>
        Assert.Equal(length, EncodedSign.Read($"&{new string('z', letters)};", 0, out _));

    [Theory]
    [InlineData("a%2Bb", "a+b")]
    [InlineData("%zz&\\", "%zz&\\")]
    [InlineData("&#43;48 50%31\\u0030", "+48 5010")]
    [InlineData("", "")]
    [InlineData("50 100", "50 100")]
    [InlineData("\\ud835\\udfdc", "𝟜")]
    public void Decode_Text_HasEverySignAsItself(string text, string expected) => Assert.Equal(expected, EncodedSign.Decode(text));
}
