using Voicebot.Core.Conversations;
using Voicebot.Core.Phones;
using Voicebot.Core.Search;

namespace Voicebot.Tests.Search;

/// <summary>What of a conversation can be found, and which words a search has.</summary>
public sealed class SearchTextTests
{
    [Theory]
    [InlineData(499_999, 1, true)]
    [InlineData(500_000, 0, true)]
    [InlineData(499_999, 2, false)]
    [InlineData(500_001, 0, false)]
    public void Lines_Turns_AreTakenAsFarAsTheyCanBeFound(int first, int second, bool whole)
    {
        var lines = SearchText.Lines([new string('a', first), new string('b', second), "c"]);

        Assert.Equal(whole || first <= 500_000 ? first : 0, lines.Count(sign => sign == 'a'));
        Assert.Equal(whole ? second : 0, lines.Count(sign => sign == 'b'));
        Assert.DoesNotContain('c', lines);
    }

    [Fact]
    public void Lines_TurnsWithoutAMessage_AreLeftOut() => Assert.Equal("a\nb", SearchText.Lines([null, "a", null, "b"]));

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData("", null, null, null)]
    [InlineData("Tytuł", null, null, "Tytul")]
    [InlineData(null, "summary", "said", "summary\nsaid")]
    [InlineData("Call 600 000 105", "x", null, "Call  \nx")]
    public void Of_Texts_AreFoldedWithoutTheClientsNumber(string? title, string? summary, string? said, string? expected) =>
        Assert.Equal(expected, SearchText.Of([title, summary, said], ClientIdentity.Of("+48600000105")));

    [Theory]
    [InlineData("zgubiona karta", "zgubiona karta")]
    [InlineData("  a,b;c ", "a b c")]
    [InlineData("karta KARTA Karta", "karta")]
    [InlineData("łódź Łódź ŁÓDŹ", "lódź")]
    [InlineData("søren SØREN đak", "soren dak")]
    [InlineData("e\u0301te\u0301 x", "e\u0301te\u0301 x")]
    [InlineData("a1 2b", "a1 2b")]
    [InlineData("%_'\"", "")]
    [InlineData("", "")]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11 12", "1 2 3 4 5 6 7 8 9 10 11 12")]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11 12 13", "1 2 3 4 5 6 7 8 9 10 11 12")]
    public void Words_OfASearch_AreFoldedOnceEachAndTwelveAtMost(string search, string expected) =>
        Assert.Equal(expected, string.Join(' ', SearchText.Words(search)));

    /// <summary>Without case and without the diacritics of Latin letters.</summary>
    [Theory]
    [InlineData("Żółwiej", "zolw", true)]
    [InlineData("zolw", "Żółw", true)]
    [InlineData("Ǻb", "ab", true)]
    [InlineData("ɏb", "ɏB", true)]
    [InlineData("ɐb", "ɐB", true)]
    [InlineData("\u03A9\u03BC", "\u03C9\u039C", true)]
    [InlineData("zol", "zolw", false)]
    [InlineData("zolw", "zolx", false)]
    [InlineData("zolw", "", true)]
    [InlineData("a²", "a2", false)]
    public void StartsWith_Word_IsComparedAsTheIndexDoes(string word, string beginning, bool expected) =>
        Assert.Equal(expected, PlainLetters.StartsWith(word, beginning));

    /// <summary>The value as JSON, and whom its text may not name.</summary>
    [Theory]
    [InlineData(null, "x", false)]
    [InlineData("\"Kraków \"\u001e", "kraków", true)]
    [InlineData("\"Kraków\"\u001e", "Krakow", false)]
    [InlineData("12\u001e", "12", true)]
    [InlineData("true\u001e", "TRUE", true)]
    [InlineData("[1,2]\u001e", "[1,2]", true)]
    [InlineData("\"call 600000105\"\u001e", "call 600000105", true)]
    [InlineData("\"call 600000105\"\u001e+48600000105\n", "call 600000105", false)]
    [InlineData("\"call 600000105\"\u001e+48600000105\n", "call +48 ••• ••• 105", true)]
    [InlineData("\"ask jan.k.123456\"\u001e\njan.k.123456", "ask •••", true)]
    public void Holds_CollectedValue_IsComparedAsItIsShown(string? stored, string asked, bool expected) =>
        Assert.Equal(expected, DatumCondition.Holds(stored, new DatumCondition("id", DatumCondition.Equal, asked).Asked));
}
