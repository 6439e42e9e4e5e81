using System.Text.Json;
using Voicebot.Core.Phones;

namespace Voicebot.Tests.Phones;

public sealed class PhoneMaskTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("+48501000123", "+48 ••• ••• 123")]
    [InlineData("+48 501 000 123", "+48 ••• ••• 123")]
    [InlineData("+12025550143", "+1 ••• ••• 143")]
    [InlineData("+74951234567", "+7 ••• ••• 567")]
    [InlineData("+442079460101", "+44 ••• ••• 101")]
    [InlineData("+380441234567", "+380 ••• ••• 567")]
    [InlineData("48501000004", "••• ••• 004")]
    [InlineData("501-000-123", "••• ••• 123")]
    [InlineData("+48123", "•••")]
    [InlineData("112", "•••")]
    [InlineData("", "•••")]
    [InlineData("sip:jan@example.test", "•••")]
    [InlineData("sip:+48501000123@example.test", "•••")]
    [InlineData("anonymous", "anonymous")]
    [InlineData("Anonymous", "Anonymous")]
    public void Apply_Phone_ShowsCodeAndLastDigitsOnly(string? phone, string? masked) => Assert.Equal(masked, PhoneMask.Apply(phone));

    [Theory]
    [InlineData("Call back +48501000123, please", "+48501000123", "Call back +48 ••• ••• 123, please")]
    [InlineData("48501000123 and 48501000123", "+48501000123", "+48 ••• ••• 123 and +48 ••• ••• 123")]
    [InlineData("nothing here 501", "+48501000123", "nothing here 501")]
    [InlineData("A: 48600000105 B: +48 600 000 105 C: 600000105 D: 600-000-105 E: 0048600000105", "+48600000105",
        "A: +48 ••• ••• 105 B: +48 ••• ••• 105 C: +48 ••• ••• 105 D: +48 ••• ••• 105 E: +48 ••• ••• 105")]
    [InlineData("+48 (0) 600 000 105, (600) 000-105, (+48)600000105, tel.600.000.105.", "+48600000105",
        "+48 ••• ••• 105, +48 ••• ••• 105, +48 ••• ••• 105, tel.+48 ••• ••• 105.")]
    [InlineData("(600000105) (48 600 000 105) +48 (600 000 105)", "+48600000105", "(+48 ••• ••• 105) (+48 ••• ••• 105) +48 ••• ••• 105")]
    [InlineData("6 0 0 0 0 0 1 0 5", "+48600000105", "+48 ••• ••• 105")]
    [InlineData("6000001054, 600 000 1054, 600    000 105, 600,000,105, 600 000 106", "+48600000105",
        "6000001054, 600 000 1054, +48 ••• ••• 105, +48 ••• ••• 105, 600 000 106")]
    [InlineData("12 600000105 7, 248 600 000 105, +48 700 100 200 600 000 105", "+48600000105",
        "12 +48 ••• ••• 105 7, 248 +48 ••• ••• 105, +48 700 100 200 +48 ••• ••• 105")]
    [InlineData("10 600000105, 8600000105, 0600000105, 0 600 000 105", "+48600000105",
        "10 +48 ••• ••• 105, +48 ••• ••• 105, +48 ••• ••• 105, +48 ••• ••• 105")]
    [InlineData("600 000 105 600 000 105", "+48600000105", "+48 ••• ••• 105 +48 ••• ••• 105")]
    [InlineData("600 000 105, +48600000105", "600000105", "••• ••• 105, +48••• ••• 105")]
    [InlineData("600 000 105, +48600000105", "0048600000105", "••• ••• 105, ••• ••• 105")]
    [InlineData("(202) 555-0143, 1-202-555-0143, +1 202.555.0143, 2025550143", "+12025550143",
        "+1 ••• ••• 143, +1 ••• ••• 143, +1 ••• ••• 143, +1 ••• ••• 143")]
    [InlineData("0151 23456789 or +49 (0)151 234 567 89", "+4915123456789", "+49 ••• ••• 789 or +49 ••• ••• 789")]
    [InlineData("12 34 56 78 or +45 12345678", "+4512345678", "+45 ••• ••• 678 or +45 ••• ••• 678")]
    [InlineData("1234567, 123-45-67", "1234567", "••• ••• 567, ••• ••• 567")]
    [InlineData("Call 501 000 123 or sip:+48501000123@example.test", "sip:+48501000123@example.test", "Call ••• or sip:•••@example.test")]
    [InlineData("10.20.30.40", "sip:jan@10.20.30.40", "10.20.30.40")]
    [InlineData("112 is no number of a person", "112", "112 is no number of a person")]
    [InlineData("text", null, "text")]
    [InlineData(null, "+48501000123", null)]
    public void Within_Text_HidesThePersonsNumber(string? text, string? phone, string? expected) =>
        Assert.Equal(expected, PhoneMask.Within(text, phone));

    [Fact]
    public void Within_Document_HidesItInEveryTextAndStaysJson()
    {
        using var document =
            JsonDocument.Parse("""{"a":"+48501000123","b":[48501000123,{"c":"{\"phone\":\"48501000123\"}"}],"d":7,"e":null,"f":true}""");
        var hidden = PhoneMask.Within(document.RootElement, "+48501000123");
        Assert.Equal("+48 ••• ••• 123", hidden.GetProperty("a").GetString());
        Assert.Equal("+48 ••• ••• 123", hidden.GetProperty("b")[0].GetString());
        Assert.Equal("""{"phone":"+48 ••• ••• 123"}""", hidden.GetProperty("b")[1].GetProperty("c").GetString());
        Assert.Equal(7, hidden.GetProperty("d").GetInt32());
        Assert.DoesNotContain("48501000123", hidden.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+48501000123", "48501000123")]
    [InlineData("0048 501 000 123", "48501000123")]
    [InlineData(" (48) 501-000-123 ", "48501000123")]
    [InlineData("SIP:Jan@Example.test", "sip:jan@example.test")]
    [InlineData("123456", null)]
    [InlineData("", null)]
    [InlineData("%%%%%%%%", null)]
    [InlineData(null, null)]
    public void Normal_Phone_IsTheSameHoweverItIsWritten(string? phone, string? normal) => Assert.Equal(normal, PhoneMatch.Normal(phone));
}
