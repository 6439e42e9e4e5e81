using CsCheck;
using Voicebot.Core.Phones;

namespace Voicebot.Tests.Phones;

/// <summary>However a client's number is written in a text, it is hidden there, and nothing else of the text changes.</summary>
public sealed class NumberSpellingTests
{
    private static readonly string[] Phones =
        ["+48600000105", "+48221234567", "+12025550143", "+4915123456789", "+380441234567", "+4512345678", "+3545551234"];
    private static readonly string[] Codes = ["48", "48", "1", "49", "380", "45", "354"];
    private static readonly Gen<string> Separator = Gen.OneOf("", "", " ", "-", ".", "/", "\u00A0", ") ", " (", "  ", ". ");

    // Nothing before the number may be a digit of it, and nothing after it a further digit.
    private static readonly Gen<string> Before =
        Gen.OneOf("", "tel. ", "numer:", "2026-10-05, ", "Nr 77, ", "+48 700 100 200; ", "(kod 1234) x", "żółw\u2028", "\"phone\":\"",
        "7 7 7 \n", "#");
    private static readonly Gen<string> After =
        Gen.OneOf("", ".", ", 77", " - 700 100 200", " 7", "\"}", " o 10:00", ";600", "\n600 000", " łóżko", "x105");

    private static readonly Gen<(int Phone, string Written)> Spelling =
        from phone in Gen.Int[0, Phones.Length - 1]
        from prefix in Gen.Int[0, 4]
        from separators in Separator.Array[20]
        select (phone, Write(phone, prefix, separators));

    [Fact]
    public void Within_EverySpelling_IsHiddenAndNothingElse() =>
        Gen.Select(Spelling, Before, After).Sample((spelling, before, after) =>
        {
            var phone = Phones[spelling.Phone];
            Assert.Equal(before + PhoneMask.Apply(phone) + after, PhoneMask.Within(before + spelling.Written + after, phone));
        }, iter: 20_000);

    [Fact]
    public void Within_OtherNumbers_Stay() =>
        Gen.Select(Gen.Int[0, Phones.Length - 1], Gen.Char["0123456789 -./()+,x"].Array[0, 40]).Sample((phone, signs) =>
        {
            var text = new string(signs);
            var digits = string.Concat(text.Where(char.IsAsciiDigit));
            if (!digits.Contains(Phones[phone][^7..], StringComparison.Ordinal))
                Assert.Same(text, PhoneMask.Within(text, Phones[phone]));
        }, iter: 20_000);

    private static string Write(int phone, int prefix, string[] separators)
    {
        var code = Codes[phone];
        var national = Phones[phone][(code.Length + 1)..];
        var digits = string.Concat(national.Select((digit, index) => (index == 0 ? "" : separators[index]) + digit));
        var between = separators[0];
        return prefix switch
        {
            0 => "+" + code + between + digits,
            1 => "00" + code + between + digits,
            2 => code + between + digits,
            3 => "0" + between + digits,
            _ => digits,
        };
    }
}
