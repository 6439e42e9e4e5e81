namespace Voicebot.Core.Phones;

/// <summary>
/// A person's telephone number, in every way in which it is written: with or without country code, 00, +, trunk 0, with whatever
/// signs between its digits, in whatever script, or encoded. It says what is the same number and where it stands in a text.
/// </summary>
internal sealed class TelephoneNumber
{
    public const int ShortestNumber = 7;
    private const int LongestCore = 9;

    /// <summary>What is dialled to reach another country; a 0 too many or too few is common.</summary>
    private static readonly string[] Exits = ["00", "0", "000", "011", "0011", "010", "810"];

    private const string TrunkZero = "(0)";
    private readonly string callingCode;
    private readonly string national;
    private readonly string written;
    private readonly bool isInternational;

    private TelephoneNumber(string callingCode, string national, string written, bool isInternational) =>
        (this.callingCode, this.national, this.written, this.isInternational) = (callingCode, national, written, isInternational);

    /// <summary>Every way to dial it, the longest first.</summary>
    private string[] Dialled => field ??= [.. FormsOf(callingCode, national).Distinct().OrderByDescending(form => form.Length)];

    /// <summary>The digits that tell it from all others, as far as they are known: <c>48501000123</c>.</summary>
    public string Digits => callingCode + national;

    /// <summary>Without the country's code, which one spelling has and another has not.</summary>
    public string National => national;

    /// <summary>Null when it is too short to be a person's.</summary>
    /// <param name="number">A number without letters, as it is written anywhere.</param>
    public static TelephoneNumber? Of(string number)
    {
        var signs = WrittenDigits.In(WithoutTrunkZero(number), decode: false).All;
        var digits = string.Concat(signs.Select(sign => sign.Value));
        var significant = digits.TrimStart('0');
        if (significant.Length < ShortestNumber)
            return null;
        var international = IsInternational(signs, digits);
        var code = CallingCodes.Of(significant);
        var rest = significant[code.Length..].TrimStart('0');
        if (international ? rest.Length < ShortestNumber : !CallingCodes.IsBelieved(code, significant.Length - code.Length))
            (code, rest) = ("", significant);
        return new TelephoneNumber(code, rest, international ? significant : digits, international);
    }

    /// <summary>
    /// "+48 (0) 501 …" says how to dial it at home, too; elsewhere than behind the country's code the brackets are signs like others.
    /// Without + or 00 that code is only believed before as many digits as its numbers have: "21 (3 (0) 66623" is one of France.
    /// </summary>
    private static string WithoutTrunkZero(string number)
    {
        var at = number.IndexOf(TrunkZero, StringComparison.Ordinal);
        if (at <= 0)
            return number;
        var before = WrittenDigits.In(number[..at], decode: false).All;
        var digits = string.Concat(before.Select(sign => sign.Value));
        var code = digits.TrimStart('0');
        return CallingCodes.IsCode(code) && (IsInternational(before, digits)
                || CallingCodes.IsBelieved(code, WrittenDigits.Of(number[(at + TrunkZero.Length)..]).Length))
            ? number.Remove(at, TrunkZero.Length)
            : number;
    }

    private static bool IsInternational(IReadOnlyList<WrittenDigit> signs, string digits) =>
        signs[0].Plus >= 0 || digits.StartsWith("00", StringComparison.Ordinal);

    /// <summary>The same number; of one of the two the country code may be missing.</summary>
    public bool IsSame(TelephoneNumber other)
    {
        if (isInternational && other.isInternational)
            return Digits == other.Digits;
        return (!other.isInternational && Dialled.Contains(other.written)) || (!isInternational && other.Dialled.Contains(written));
    }

    /// <summary>The text with the mask in the place of every occurrence; the same object when there is none.</summary>
    public string Hide(string text, string mask)
    {
        while (DigitGlance.MayHold(text, Tail) && HideOnce(text, mask) is var hidden && !ReferenceEquals(hidden, text))
            text = hidden; // what a mask shows may make up the number with digits beside it
        return text;
    }

    /// <summary>The last digits, which every way of writing has.</summary>
    public ReadOnlySpan<char> Tail => national.AsSpan(national.Length - ShortestNumber);

    /// <summary>At a glance, also for JSON as it is written: false when <see cref="Hide"/> finds nothing in any text of it.</summary>
    public bool MayStandIn(string text) => DigitGlance.MayHold(text, Tail)
        && (text.Contains("\\u", StringComparison.Ordinal) || HoldsTail(text)
            || (MayHoldEncodedDigits(text) && HoldsTail(EncodedSign.Decode(text))));

    /// <summary>Other escapes (<c>\n</c>, <c>\"</c>) are signs between digits.</summary>
    private static bool MayHoldEncodedDigits(string text) => text.AsSpan().ContainsAny('%', '&')
        || text.Contains("\\x", StringComparison.OrdinalIgnoreCase) || text.Contains("\\U", StringComparison.Ordinal);

    private bool HoldsTail(string text) => WrittenDigits.Of(text).AsSpan().Contains(Tail, StringComparison.Ordinal);

    private string HideOnce(string text, string mask)
    {
        var places = Places(text);
        if (places.Count == 0)
            return text;
        return JsonTexts.Replace(text, places, mask, inner => Hide(inner, mask));
    }

    /// <summary>Where it stands, from first to last; encoded signs are read both as what they stand for and to the letter.</summary>
    private List<(int From, int To)> Places(string text)
    {
        var places = Places(text, WrittenDigits.In(text, decode: false).All);
        if (text.AsSpan().ContainsAny('%', '&', '\\'))
            places = Merged(places, Places(text, WrittenDigits.In(text, decode: true).All));
        return places;
    }

    private List<(int From, int To)> Places(string text, IReadOnlyList<WrittenDigit> digits)
    {
        var places = new List<(int, int)>();
        var (first, floor) = (0, 0);
        for (var last = 0; last < digits.Count; last++)
        {
            if (digits[last].Value != national[^1] || (last + 1 < digits.Count && digits[last + 1].Touches)
                || Beginning(digits, first, last) is not { } start)
                continue;
            var from = digits[start].Plus >= floor ? digits[start].Plus : digits[start].Start;
            var place = Enclosed(text, from, digits[last].End, floor);
            places.Add(place);
            (first, floor) = (last + 1, place.To);
        }
        return places;
    }

    /// <summary>
    /// The first digit of the longest way to write the number that ends with the last one; null when it does not end there.
    /// </summary>
    private int? Beginning(IReadOnlyList<WrittenDigit> digits, int first, int last)
    {
        bool Ends(string form)
        {
            for (var i = 0; i < form.Length; i++)
                if (last - i < first || digits[last - i].Value != form[^(i + 1)] || (i > 0 && !digits[last - i + 1].GoesOn))
                    return false;
            return true;
        }

        bool Begins(int at) => at >= first && !digits[at].Touches;

        var core = Math.Min(national.Length, LongestCore);
        if (!Ends(national[^core..]))
            return null;
        foreach (var form in Dialled)
            if (Begins(last - form.Length + 1) && Ends(form))
                return last - form.Length + 1;
        // Its beginning may be cut off: a part of the country code, or the area.
        for (var length = Digits.Length; length >= core; length--)
            if (Begins(last - length + 1) && Ends(Digits[^length..]))
                return last - length + 1;
        return !isInternational && Ends(Digits) && FollowsCode(digits, first, last - Digits.Length + 1) ? last - Digits.Length + 1 : null;
    }

    /// <summary>A number whose country nobody told is that of any country.</summary>
    private bool FollowsCode(IReadOnlyList<WrittenDigit> digits, int first, int start)
    {
        var code = "";
        for (var at = start - 1; at >= first && digits[at + 1].GoesOn && code.Length < 3; at--)
        {
            code = digits[at].Value + code;
            if (!CallingCodes.IsCode(code))
                continue;
            var isDialled = digits[at].Plus >= 0
                || (at - 2 >= first && digits[at - 1].Value == '0' && digits[at - 2].Value == '0' && !digits[at - 2].Touches);
            if (isDialled || (!digits[at].Touches && CallingCodes.IsBelieved(code, Digits.Length)))
                return true;
        }
        return false;
    }

    private static IEnumerable<string> FormsOf(string code, string national)
    {
        yield return code + national;
        foreach (var exit in Exits)
            yield return exit + code + national;
        if (code.Length == 0)
            yield break;
        yield return national;
        yield return "0" + national;
        yield return "00" + national;
        foreach (var exit in Exits.Prepend(""))
            yield return $"{exit}{code}0{national}";
        if (code == "7")
            yield return "8" + national;
        if (code == "36")
            yield return "06" + national;
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

    private static List<(int From, int To)> Merged(List<(int From, int To)> places, List<(int From, int To)> others)
    {
        var merged = new List<(int From, int To)>();
        foreach (var place in places.Concat(others).Order())
            if (merged.Count > 0 && place.From < merged[^1].To)
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, place.To));
            else
                merged.Add(place);
        return merged;
    }
}
