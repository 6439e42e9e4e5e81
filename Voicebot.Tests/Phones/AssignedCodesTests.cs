using System.Globalization;
using Voicebot.Core.Phones;

namespace Voicebot.Tests.Phones;

/// <summary>
/// The product's tables against lists of their own: country codes as ITU-T E.164 assigns them, and what networks send for a withheld
/// number.
/// </summary>
public sealed class AssignedCodesTests
{
    private const string Assigned = """
        1 7
        20 211-213 216 218 220-258 260-269 27 290 291 297-299
        30-34 350-359 36 370-378 380-383 385-387 389 39
        40 41 420 421 423 43-49
        500-509 51-58 590-599
        60-66 670 672-683 685-692
        800 808 81 82 84 850 852 853 855 856 86 870 878 880-883 886 888
        90-95 960-968 970-977 979 98 992-996 998
        """;

    public static TheoryData<string> Codes => [.. Assigned.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(Range)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Apply_NumberOfACountry_ShowsItsWholeCodeAndNoDigitMore(string code) =>
        Assert.Equal($"+{code} ••• ••• 567", PhoneMask.Apply($"+{code}2001234567"));

    [Theory]
    [MemberData(nameof(Codes))]
    public void IsSame_WithAndWithoutTheCode_IsOnePerson(string code)
    {
        Assert.True(PhoneMatch.IsSame($"+{code}2001234567", $"00{code} 200 123 4567"));
        Assert.True(PhoneMatch.IsSame($"+{code}2001234567", "200 123 4567"));
        Assert.False(PhoneMatch.IsSame($"+{code}2001234567", $"+{code}2001234568"));
    }

    /// <summary>Words, and the same typed on a telephone's keys (ABC is 2, DEF is 3 …).</summary>
    [Theory]
    [InlineData("anonymous", "266696687")]
    [InlineData("unknown", "8656696")]
    [InlineData("restricted", "7378742833")]
    [InlineData("private", "7748283")]
    [InlineData("unavailable", "86282452253")]
    [InlineData("withheld", "94844353")]
    [InlineData("blocked", "2562533")]
    [InlineData("hidden", null)]
    [InlineData("Private Number", "7748283686237")]
    [InlineData("Private Caller", "7748283225537")]
    [InlineData("Unknown Number", "8656696686237")]
    [InlineData("Unknown Caller", "8656696225537")]
    [InlineData("No Caller ID", "6622553743")]
    [InlineData("No ID", null)]
    [InlineData("Caller ID blocked", "22553743" + "2562533")]
    [InlineData("Caller ID unavailable", "22553743" + "86282452253")]
    [InlineData("Out of area", "688632732")]
    [InlineData("Not available", "668282452253")]
    [InlineData("Anonymous Caller", "266696687" + "225537")]
    public void IsWithheld_WordOfANetwork_IsNobodyAlsoOnKeys(string word, string? keys)
    {
        Assert.True(PhoneMatch.IsWithheld(word));
        Assert.True(PhoneMatch.IsWithheld(word.ToUpperInvariant()));
        Assert.Null(PhoneMatch.Normal(word));
        if (keys is not null)
            Assert.All([keys, "+" + keys, "00" + keys], number => Assert.Null(PhoneMatch.Normal(number)));
    }

    [Theory]
    [InlineData("someone")]
    [InlineData("anonymousx")]
    [InlineData("443336")] // "hidden" on keys is too short to be told from an extension
    [InlineData("266696688")]
    public void IsWithheld_AnythingElse_IsNot(string text) => Assert.False(PhoneMatch.IsWithheld(text));

    private static IEnumerable<string> Range(string codes)
    {
        var ends = codes.Split('-').Select(code => int.Parse(code, CultureInfo.InvariantCulture)).ToArray();
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1).Select(code => $"{code}");
    }
}
