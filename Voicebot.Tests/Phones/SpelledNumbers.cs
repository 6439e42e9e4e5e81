using CsCheck;

namespace Voicebot.Tests.Phones;

/// <summary>Numbers, and the many ways in which people and programs write them.</summary>
public static class SpelledNumbers
{
    private const string Digits = "0123456789";

    /// <summary>What stands between digits: every one of them is up to twelve signs that are neither letters nor digits.</summary>
    public static IReadOnlyList<string> Separators { get; } =
    [
        "", " ", "-", ".", "/", ",", ";", ":", "_", "·", "–", "—", "‐", "‑", "−", "\u2009", "\u200B", "\u00A0", "\u202F", "\u3000", "    ",
            " - ", ") ", " (", "\t", "\r\n", "…", "|", "*", "+",
        "~~~~~~~~~~~~", "\u2060", "\u00AD", "🙂", " \u20E3",
    ];

    /// <summary>The same encoded, as it stands in addresses, HTML and JSON texts.</summary>
    public static IReadOnlyList<string> EncodedSeparators { get; } =
        ["%20", "%2D", "%C2%A0", "%2520", "%E2%80%93", "&nbsp;", "&#160;", "&#xA0;", "&amp;nbsp;", "&ndash;", "&shy;",
            "\\u0020", "\\u00a0",
            "\\n", "\\t", "\\/", "\\\\u2013", "\\x20"];

    /// <summary>The digits of other scripts, from 0 to 9.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Scripts { get; } =
    [
        .. new[] { 0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7EC, 0x1D7F6 }.Select(zero =>
            Enumerable.Range(zero, 10).Select(char.ConvertFromUtf32).ToList()),
        "⁰¹²³⁴⁵⁶⁷⁸⁹".Select(sign => sign.ToString()).ToList(),
        "₀₁₂₃₄₅₆₇₈₉".Select(sign => sign.ToString()).ToList(),
        "⓪①②③④⑤⑥⑦⑧⑨".Select(sign => sign.ToString()).ToList(),
        "〇一二三四五六七八九".Select(sign => sign.ToString()).ToList(),
        Digits.Select(digit => digit + "\uFE0F\u20E3").ToList(),
        Digits.Select(digit => $"%{(int)digit:X2}").ToList(),
        Digits.Select(digit => $"&#{(int)digit};").ToList(),
        Digits.Select(digit => $"\\u{(int)digit:x4}").ToList(),
    ];

    /// <summary>Country code and the rest.</summary>
    public static Gen<(string Code, string National)> Numbers { get; } =
        from country in Gen.OneOf(("48", 9), ("1", 10), ("49", 10), ("49", 11), ("44", 10), ("45", 8), ("380", 9), ("33", 9), ("351", 9))
        from digits in Gen.Char[Digits].Array[country.Item2]
        from first in Gen.Char["23456789"]
        select (country.Item1, first + new string(digits)[1..]);

    /// <summary>One way to write the number; what stands in front of it is a word.</summary>
    public static Gen<string> Spelling(string code, string national) =>
        from prefix in Gen.OneOf("+" + code, "00" + code, "+00" + code, "", "0", code, "+" + code + "(0)", "＋" + code,
            "%2B" + code, "&#43;"
            + code, "\\u002b" + code)
        from separators in Gen.OneOf(Gen.Int[0, 0].Array[24], Gen.Int[0, Separators.Count + EncodedSeparators.Count - 1].Array[24])
        from script in Gen.Int[-6, Scripts.Count - 1]
        from frame in Gen.OneOf("{0}", "{0}", "tel:{0}", "sip:{0}@pbx.example.test;user=phone", "sips:{0}@10.20.30.40",
            "\"Jan\" <sip:{0}@host>;tag=x", "tel:{0};ext=12", "{0} ext. 12", "{0} x12", "{0};phone-context=+{1}", "<{0}>")
        where prefix != code || !frame.Contains("context", StringComparison.Ordinal) // it says the code of numbers without
        select string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, prefix
            + Written(national, separators, script), code);

    private static string Written(string digits, int[] separators, int script) => string.Concat(digits.Select((digit, index) =>
        (index == 0 ? "" : Separator(separators[index])) + (script < 0 ? digit.ToString() : Scripts[script][digit - '0'])));

    private static string Separator(int index) =>
        index < Separators.Count ? Separators[index] : EncodedSeparators[index - Separators.Count];
}
