using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Voicebot.Core.Phones;

namespace Voicebot.Tests.Phones;

/// <summary>
/// One reader decides for store, filter, mask, erasure and a person's data: what it finds the same is hidden, and the other way round.
/// </summary>
public sealed class EverySpellingTests
{
    private const string Phone = "+48600000105";
    private const string Masked = "+48 ••• ••• 105";

    private static readonly Gen<(string Phone, string Spelling)> Any =
        from number in SpelledNumbers.Numbers
        from spelling in SpelledNumbers.Spelling(number.Code, number.National)
        select ("+" + number.Code + number.National, spelling);

    public static TheoryData<string> Spellings =>
    [
        "600,000,105", "600.000.105", "600;000;105", "600–000–105", "600—000—105", "600‐000‐105", "600−000−105", "600\u2009000\u2009105",
            "600\u200B000\u200B105", "600    000    105",
        "600_000_105", "600·000·105", "６００００００００１０５"[..3]
            + "０００１０５", "٦٠٠٠٠٠١٠٥", "६०००००१०५", "𝟲𝟬𝟬𝟬𝟬𝟬𝟭𝟬𝟱", "600%20000%20105", "%2B48600000105", "%2b48%20600%20000%20105",
            "600&nbsp;000&nbsp;105", "600&#160;000&#160;105",
        "600\\u0020000\\u0020105", "\\u002b48600000105", "\\u0036\\u0030\\u0030000105", "sip:+48600000105@pbx.example.test",
            "sips:48600000105@10.0.0.1;transport=tls", "tel:+48-600-000-105", "tel:600000105;phone-context=+48",
        "tel:+48600000105;ext=12", "600000105 x12", "+48 600 000 105 ext. 12", "\"Jan Kowalski\" <sip:+48600000105@host>",
        "+0048600000105",
            "0048600000105", "0600000105", "48600000105", "+48(0)600000105",
        "(+48) 600-000-105", "6 0 0 0 0 0 1 0 5", "+48/600/000/105", "00 48 600 000 105", "011 48 600 000 105", "＋48600000105",
            "600~~~~~~~~~~~~000105",
    ];

    [Theory]
    [MemberData(nameof(Spellings))]
    public void Spelling_OfTheNumber_IsTheSamePersonAndIsHidden(string spelling)
    {
        Assert.True(PhoneMatch.IsSame(Phone, spelling));
        Assert.True(PhoneMatch.IsSame(spelling, Phone));
        AssertGone(PhoneMask.Within("Numer " + spelling + " koniec", Phone)!);
        AssertGone(PhoneMask.Removed("Numer " + spelling + " koniec", Phone)!);
        AssertGone(PhoneMask.Within("Numer 600000105 koniec", spelling)!); // whoever is stored under this spelling
    }

    [Theory]
    [InlineData("6000001054")]
    [InlineData("16000001050")]
    [InlineData("600 000 106")]
    [InlineData("600 i 000 105")]
    [InlineData("1600000105")] // a moment in unix seconds
    [InlineData("99600000105")]
    [InlineData("conv_77600000105")]
    [InlineData("105")]
    [InlineData("10.20.30.40, 2026-10-05T10:00:00Z, 50%, R&D, C:\\new\\105")]
    public void Within_AnotherNumber_Stays(string text)
    {
        Assert.Same(text, PhoneMask.Within(text, Phone));
        Assert.False(PhoneMatch.IsSame(Phone, text));
    }

    [Fact]
    public void Within_MoreThanTwelveSignsBetween_AreTwoNumbers()
    {
        var text = "600" + new string('~', 13) + "000105";
        Assert.Same(text, PhoneMask.Within(text, Phone));
    }

    [Theory]
    [InlineData("112")]
    [InlineData("1001")]
    [InlineData("123456")]
    [InlineData("tel:1001")]
    public void Within_ShortCode_HidesNoDigitsOfTexts(string shortCode)
    {
        const string text = "112, 1001, 123456 and 12:10 01";
        Assert.Same(text, PhoneMask.Within(text, shortCode));
        Assert.Equal("•••", PhoneMask.Apply(shortCode)); // itself it is nobody's business
        Assert.False(PhoneMatch.IsSame(shortCode, shortCode));
    }

    [Theory]
    [InlineData("anonymous")]
    [InlineData("Anonymous")]
    [InlineData("unknown")]
    [InlineData("private")]
    [InlineData("restricted")]
    [InlineData("Unavailable")]
    [InlineData("Private Number")]
    [InlineData("+266696687")]
    [InlineData("266696687")]
    [InlineData("+7378742833")]
    [InlineData("+2562533")]
    [InlineData("+8656696")]
    [InlineData("+86282452253")]
    [InlineData("+7748283")]
    [InlineData("sip:anonymous@anonymous.invalid")]
    [InlineData("\"Anonymous\" <sip:anonymous@anonymous.invalid>;tag=1")]
    [InlineData("sip:restricted@pbx.example.test")]
    [InlineData("sip:+266696687@pbx.example.test")]
    [InlineData("tel:+266696687")]
    public void Withheld_StandIn_IsNobody(string standIn)
    {
        Assert.True(PhoneMatch.IsWithheld(standIn));
        Assert.Null(PhoneMatch.Normal(standIn));
        Assert.False(PhoneMatch.IsSame(standIn, standIn));
        Assert.Equal(standIn, PhoneMask.Apply(standIn));
        var text = $"The {standIn} line";
        Assert.Same(text, PhoneMask.Within(text, standIn));
    }

    [Theory]
    [InlineData("(737) 874-2833")]
    [InlineData("+17378742833")]
    [InlineData("sip:anonymouse@pbx.example.test")]
    [InlineData("sip:jan@private.example.test")]
    public void Withheld_SomebodysAddress_IsAPerson(string phone)
    {
        Assert.False(PhoneMatch.IsWithheld(phone));
        Assert.NotNull(PhoneMatch.Normal(phone));
    }

    [Theory]
    [InlineData("+33213066623", "02-1 (3 (0) 66623")]
    [InlineData("+33213066623", "21 3 (0) 66623")]
    [InlineData("+442079460958", "44 (0) 20 7946 0958")]
    [InlineData("+442079460958", "+44 (0) 20 7946 0958")]
    [InlineData("+442079460958", "0044(0)2079460958")]
    public void Spelling_ZeroInBrackets_IsOfTheTrunkOnlyBehindACountrysCode(string phone, string spelling)
    {
        Assert.True(PhoneMatch.IsSame(phone, spelling));
        Assert.True(PhoneMatch.IsSame(spelling, phone));
    }

    [Fact]
    public void Spelling_Random_IsHiddenWhollyAndOnce() => Any.Sample(sample =>
    {
        var text = "Numer " + sample.Spelling + " koniec";
        var masked = PhoneMask.Within(text, sample.Phone)!;
        Assert.NotEqual(text, masked);
        Assert.Same(masked, PhoneMask.Within(masked, sample.Phone));
        var removed = PhoneMask.Removed(text, sample.Phone)!;
        Assert.Same(removed, PhoneMask.Removed(removed, sample.Phone));
        Assert.Contains("koniec", removed, StringComparison.Ordinal);
        Assert.True(PhoneMatch.IsSame(sample.Phone, sample.Spelling), sample.Spelling);
    }, iter: 20_000);

    [Fact]
    public void Document_RandomSpellings_StaysJsonWithoutThem() => Gen.Select(Any, Any).Sample((first, second) =>
    {
        var inner = new JsonObject
        {
            ["phone"] = first.Spelling,
            [first.Spelling] = 1,
            ["list"] = new JsonArray(first.Spelling, "x", long.Parse(first.Phone[1..], System.Globalization.CultureInfo.InvariantCulture)),
        };
        var middle = new JsonObject { ["arguments"] = inner.ToJsonString(), ["n"] = 5 };
        var outer = new JsonObject
        {
            ["params_as_json"] = inner.ToJsonString(),
            ["nested"] = middle.ToJsonString(),
            ["text"] = first.Spelling,
            ["other"] = second.Spelling,
        };
        using var document = JsonDocument.Parse(outer.ToJsonString());

        var hidden = PhoneMask.Within(document.RootElement, first.Phone);
        Assert.Equal(hidden.GetRawText(), PhoneMask.Within(hidden, first.Phone).GetRawText());
        using var parameters = JsonDocument.Parse(hidden.GetProperty("params_as_json").GetString()!);
        using var nested = JsonDocument.Parse(
            JsonDocument.Parse(hidden.GetProperty("nested").GetString()!).RootElement.GetProperty("arguments").GetString()!);
        foreach (var shown in new[] { parameters.RootElement, nested.RootElement })
        {
            Assert.False(PhoneMatch.IsSame(first.Phone, shown.GetProperty("phone").GetString()));
            Assert.DoesNotContain(first.Phone[1..], shown.GetRawText(), StringComparison.Ordinal);
        }
        JsonDocument.Parse(ClientPhoneRemoval.Apply(outer.ToJsonString(), ClientIdentity.Of(first.Phone))).Dispose();
    }, iter: 2_000);

    [Theory]
    [InlineData("""{"phone":600000105}""", """{"phone":"+48 ••• ••• 105"}""")]
    [InlineData("""{"phone": 48600000105, "n": 7}""", """{"phone": "+48 ••• ••• 105", "n": 7}""")]
    [InlineData("""["600","000","105"]""", """["+48 ••• ••• 105"]""")]
    [InlineData("""{"a":"{\"n\":600000105}"}""", """{"a":"{\"n\":\"+48 ••• ••• 105\"}"}""")]
    [InlineData("""{"a":6.00000105e8}""", """{"a":"+48 ••• ••• 105"}""")]
    [InlineData("""{"600000105":{"a":1}}""", """{"+48 ••• ••• 105":{"a":1}}""")]
    [InlineData("""{"phone":600000105""", """{"phone":+48 ••• ••• 105""")] // cut off: no JSON before either
    public void Within_JsonInAText_StaysWhatItIs(string text, string expected) => Assert.Equal(expected, PhoneMask.Within(text, Phone));

    [Fact]
    public void Within_OtherIdsOfTheClient_AreHidden()
    {
        var client = ClientIdentity.Of(Phone,
            ClientIdentity.Others([Phone, "48600000105", "US.Example00000000000010", "sip:jan.kowalski@example.test", "anonymous"]));
        Assert.Equal("•••, •••, " + Masked
            + ", anonymous", client.Within("us.EXAMPLE00000000000010, jan.kowalski@example.test, 600 000 105, anonymous"));
        Assert.True(client.Is("us.example00000000000010"));
        Assert.True(client.Is("sips:jan.kowalski@example.test"));
        Assert.False(client.Is("anonymous"));
    }

    private static void AssertGone(string text)
    {
        Assert.DoesNotContain("600", text.Replace("%20", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("•••", text, StringComparison.Ordinal);
        Assert.StartsWith("Numer ", text, StringComparison.Ordinal);
        Assert.EndsWith(" koniec", text, StringComparison.Ordinal);
        Assert.Same(text, PhoneMask.Within(text, Phone));
    }
}
