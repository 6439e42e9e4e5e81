namespace Voicebot.Core.Phones;

/// <summary>Country calling codes (ITU-T E.164).</summary>
internal static class CallingCodes
{
    private const int LongestCode = 3;

    // Those of one and of two digits; all others have three.
    private static readonly string[] Short =
    [
        "1", "7", "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51", "52",
            "53", "54", "55", "56", "57", "58",
        "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
    ];

    /// <summary>The code that an international number begins with.</summary>
    /// <param name="digits">At least three digits.</param>
    public static string Of(string digits) =>
        Array.Find(Short, code => digits.StartsWith(code, StringComparison.Ordinal)) ?? digits[..LongestCode];

    public static bool IsCode(string digits) =>
        digits.Length is > 0 and <= LongestCode && digits[0] != '0' && Of(digits.PadRight(LongestCode, '0')) == digits;

    /// <summary>
    /// Without a '+' nobody knows where a number begins; its code is only believed before as many digits as numbers of that country
    /// have, which are ten in North America and Russia, and elsewhere at least nine.
    /// </summary>
    public static bool IsBelieved(string code, int nationalDigits) => code is "1" or "7" ? nationalDigits == 10 : nationalDigits >= 9;
}
