using Voicebot.Core.Conversations;
using Voicebot.Core.Data.Sqlite;
using Voicebot.Core.Search;

namespace Voicebot.Tests.Conversations;

public sealed class SearchHitsTests
{
    [Theory]
    [InlineData("Karta została zgubiona wczoraj", "zgub", "Karta została [zgubiona] wczoraj")]
    [InlineData("Karta została zgubiona", "ZGUBIONĄ karta", "[Karta] została [zgubiona]")]
    [InlineData("Żółw na Żółwiej", "zolw", "[Żółw] na [Żółwiej]")]
    [InlineData("a to be or not to be", "to", "a [to] be or not [to] be")]
    [InlineData("tomorrow", "to", null)]
    [InlineData("<b>hit</b> & \"hit\"", "hit", "<b>[hit]</b> & \"[hit]\"")]
    [InlineData("nothing here", "absent", null)]
    [InlineData("", "word", null)]
    [InlineData(null, "word", null)]
    [InlineData("text", "%", null)]
    public void Find_Words_AreMarkedAsTheIndexFindsThem(string? text, string search, string? expected)
    {
        var hit = SearchHits.Find("summary", null, text, SearchText.Words(search));

        Assert.Equal(expected, hit is null ? null : string.Concat(hit.Parts.Select(part => part.Hit ? $"[{part.Text}]" : part.Text)));
    }

    [Fact]
    public void Find_LongText_ShowsThePlaceAroundTheFirstHit()
    {
        var text = string.Concat(Enumerable.Repeat("padding ", 5_000)) + "needle 🙂" + string.Concat(Enumerable.Repeat(" padding", 5_000));

        var parts = SearchHits.Find("transcript", 3, text, ["needle"])!.Parts;

        Assert.StartsWith("…", parts[0].Text, StringComparison.Ordinal);
        Assert.EndsWith("…", parts[^1].Text, StringComparison.Ordinal);
        Assert.Equal("needle", Assert.Single(parts, part => part.Hit).Text);
        Assert.InRange(parts.Sum(part => part.Text.Length), 150, 210);
    }

    /// <summary>Sixty signs before the first word, two hundred in all, and a mark where something was left out.</summary>
    [Theory]
    [InlineData(60, 134, "", 60, 134, "")]
    [InlineData(61, 134, "…", 60, 134, "")]
    [InlineData(60, 135, "", 60, 134, "…")]
    [InlineData(300, 300, "…", 60, 134, "…")]
    [InlineData(10, 184, "", 10, 184, "")]
    [InlineData(10, 185, "", 10, 184, "…")]
    public void Find_Place_HasTwoHundredSigns(int before, int after, string cutBefore, int shownBefore, int shownAfter, string cutAfter)
    {
        var hit = SearchHits.Find("summary", null, new string('.', before) + "needle" + new string('.', after), ["needle"])!;

        Assert.Equal(
            [new(cutBefore + new string('.', shownBefore), false), new("needle", true), new SearchHitPart(new string('.', shownAfter)
                + cutAfter, false)], hit.Parts);
    }

    [Theory]
    [InlineData(188, true)]
    [InlineData(189, false)]
    public void Find_LaterWord_IsMarkedWhereItIsShownAsAWhole(int between, bool marked)
    {
        var hit = SearchHits.Find("transcript", 7, "needle" + new string('.', between) + "needle" + new string('.', 9), ["needle"])!;

        Assert.Equal(("transcript", 7), (hit.Field, hit.Turn));
        Assert.Equal(marked ? 2 : 1, hit.Parts.Count(part => part.Hit));
        Assert.Equal(201, hit.Parts.Sum(part => part.Text.Length));
    }

    [Fact]
    public void Find_EmojiAtTheEdge_AreNotCutInHalf()
    {
        for (var before = 55; before < 70; before++)
        {
            var parts = SearchHits.Find("summary", null, string.Concat(Enumerable.Repeat("🙂", before)) + " hit "
                + string.Concat(Enumerable.Repeat("🙂", 200)), ["hit"])!.Parts;

            Assert.All(parts, part =>
                Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(part.Text))));
        }
    }

    [Theory]
    [InlineData("zgubiona karta", "\"zgubiona\"* AND \"karta\"*")]
    [InlineData("na", "\"na\"")]
    [InlineData("\"quoted\" OR NOT col:x*", "\"quoted\"* AND \"OR\" AND \"NOT\"* AND \"col\"* AND \"x\"")]
    [InlineData("Łódź", "\"Lódź\"*")]
    [InlineData("%_'\\", null)]
    public void Match_Search_IsWordsAndNothingElse(string search, string? expected) =>
        Assert.Equal(expected, SearchText.Match(new SqliteDialect(), search));
}
