using System.Buffers;
using System.Text;

namespace Voicebot.Core.Phones;

/// <summary>
/// A person's telephone number, compared and found in texts with or without its country code and separators, so that one
/// definition says what is hidden everywhere. At most the last nine digits are the number itself; what stands before them
/// belongs to it as far as it is its own area code, country code, trunk 0, 00 or +.
/// </summary>
internal sealed class TelephoneNumber
{
    public const int ShortestNumber = 7;
    private const int LongestCore = 9;
    private const int MostSeparators = 3;
    private const string Separators = " -./()\t\r\n\u2026\u00A0\u202F\u2011\u2013"; // the last five: dots of a pause, blanks and hyphens that keep a line together, a dash

    private static readonly SearchValues<char> Written = SearchValues.Create("0123456789+" + Separators);

    private readonly string callingCode;
    private readonly string area;
    private readonly string core;

    private TelephoneNumber(string callingCode, string area, string core) => (this.callingCode, this.area, this.core) = (callingCode, area, core);

    /// <summary>Null when it is nobody's number: too short, or another address.</summary>
    public static TelephoneNumber? Of(string? phone)
    {
        var digits = PhoneMask.Digits(WithoutTrunk(phone));
        var international = phone?.Contains('+', StringComparison.Ordinal) == true || digits.StartsWith("00", StringComparison.Ordinal);
        digits = digits.TrimStart('0');
        if (digits.Length < ShortestNumber)
            return null;
        var code = PhoneMask.CallingCode(digits);
        // Without a '+' nobody knows where a short number begins; its code is only believed before nine other digits.
        if (digits.Length - code.Length < (international ? ShortestNumber : LongestCore))
            code = "";
        var national = digits[code.Length..];
        var length = Math.Min(national.Length, LongestCore);
        return new TelephoneNumber(code, national[..^length], national[^length..]);
    }

    /// <summary>"+48 (0) 501 …" says how to dial it at home, too; the number is without.</summary>
    public static string? WithoutTrunk(string? phone) => phone?.Replace("(0)", "", StringComparison.Ordinal);

    /// <summary>Nothing but digits, separators and '+'.</summary>
    public static bool IsWritten(string text) => !text.AsSpan().ContainsAnyExcept(Written);

    /// <summary>The same number; of one of the two the country code may be missing.</summary>
    public bool IsSame(TelephoneNumber other) =>
        core == other.core && area == other.area && (callingCode == other.callingCode || callingCode.Length == 0 || other.callingCode.Length == 0);

    /// <summary>The text with the mask in the place of every occurrence; the same object when there is none.</summary>
    public string Hide(string text, string mask)
    {
        StringBuilder? hidden = null;
        var done = 0;
        for (var at = NextDigit(text, 0); at >= 0; at = NextDigit(text, at + 1))
        {
            if (text[at] != core[^1] || IsDigit(text, at + 1) || Before(text, at, core.AsSpan(..^1), done) is not { } start)
                continue;
            var (from, to) = Enclosed(text, Widened(text, start, done), at + 1, done);
            (hidden ??= new StringBuilder(text.Length)).Append(text, done, from - done).Append(mask);
            done = to;
        }
        return hidden is null ? text : hidden.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>Where the number begins, with everything of it that stands before its last nine digits.</summary>
    private int Widened(string text, int start, int floor)
    {
        var rest = area.Length;
        while (rest > 0 && Before(text, start, area.AsSpan(rest - 1, 1), floor) is { } digit)
            (start, rest) = (digit, rest - 1);
        if (rest > 0)
            return start;
        if (callingCode.Length > 0 && (Before(text, start, callingCode, floor) ?? Before(text, start, callingCode + "0", floor)) is { } code)
        {
            var first = International(text, code, floor);
            // Apart from the number and at the end of other digits it is the end of another number.
            if (first < code || !IsDigit(text, code - 1) || !text.AsSpan(code, start - code).ContainsAnyExceptInRange('0', '9'))
                return first;
        }
        // A code that somebody cut off, then a trunk 0 that is not the end of another number.
        for (rest = callingCode.Length; rest > 0 && start > floor && text[start - 1] == callingCode[rest - 1]; rest--)
            start--;
        if (rest == callingCode.Length && Before(text, start, "0", floor) is { } trunk && !IsDigit(text, trunk - 1))
            start = trunk;
        return start > floor && text[start - 1] == '+' ? start - 1 : start;
    }

    private static int International(string text, int start, int floor)
    {
        if (Before(text, start, "0", floor) is { } zero && zero > floor && text[zero - 1] == '0' && !IsDigit(text, zero - 2))
            return zero - 1;
        var at = start - 1;
        while (at > floor && start - at <= MostSeparators && Separators.Contains(text[at], StringComparison.Ordinal))
            at--;
        return at >= floor && text[at] == '+' ? at : start;
    }

    /// <summary>A bracket whose other half is hidden goes with it.</summary>
    private static (int From, int To) Enclosed(string text, int from, int to, int floor)
    {
        var open = text.AsSpan(from, to - from).Count('(') - text.AsSpan(from, to - from).Count(')');
        if (open < 0 && from > floor && text[from - 1] == '(')
            from--;
        if (open > 0 && to < text.Length && text[to] == ')')
            to++;
        return (from, to);
    }

    /// <summary>Where the digits begin that stand before a place, with a few separators after each; null when others do.</summary>
    private static int? Before(string text, int place, ReadOnlySpan<char> digits, int floor)
    {
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            var at = place - 1;
            while (at > floor && place - at <= MostSeparators && Separators.Contains(text[at], StringComparison.Ordinal))
                at--;
            if (at < floor || text[at] != digits[i])
                return null;
            place = at;
        }
        return place;
    }

    private static int NextDigit(string text, int from)
    {
        var at = text.AsSpan(from).IndexOfAnyInRange('0', '9');
        return at < 0 ? -1 : from + at;
    }

    private static bool IsDigit(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiDigit(text[at]);
}
