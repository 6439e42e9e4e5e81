using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voicebot.Core.Json;

namespace Voicebot.Core.Phones;

/// <summary>Shows of a telephone number only where it comes from and its last three digits.</summary>
public static class PhoneMask
{
    private const string Hidden = "•••";
    internal const int ShownDigits = 3;

    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789 +-().");

    // What networks send in place of a number; it tells of nobody.
    private static readonly HashSet<string> NoNumbers = new(["anonymous", "unknown", "restricted", "private", "unavailable", "withheld", "blocked"], StringComparer.OrdinalIgnoreCase);

    // Calling codes of one and of two digits (ITU-T E.164); all others have three.
    private static readonly string[] ShortCodes =
    [
        "1", "7", "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58",
        "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
    ];

    /// <summary>For example <c>+48 ••• ••• 123</c>; what is no number (a SIP address) is hidden whole, and "anonymous" stays.</summary>
    public static string? Apply(string? phone)
    {
        if (phone is null || NoNumbers.Contains(phone))
            return phone;
        var digits = Digits(phone);
        if (digits.Length < TelephoneNumber.ShortestNumber || phone.AsSpan().ContainsAnyExcept(NumberSigns))
            return Hidden;
        var code = phone[0] == '+' ? $"+{CallingCode(digits)} " : "";
        return $"{code}{Hidden} {Hidden} {digits[^ShownDigits..]}";
    }

    /// <summary>The text with the person's number hidden wherever it stands, however it is written (see <see cref="TelephoneNumber"/>).</summary>
    public static string? Within(string? text, string? phone) =>
        text is null || TelephoneNumber.Of(phone) is not { } number ? text : number.Hide(text, Apply(phone)!);

    /// <summary>The text without anything of the number, not even what a mask shows; for what is to be forgotten.</summary>
    public static string? Removed(string? text, string? phone) =>
        text is null || TelephoneNumber.Of(phone) is not { } number ? text : number.Hide(text, Hidden);

    /// <summary>A JSON document with the person's number hidden in every text.</summary>
    public static JsonElement Within(JsonElement document, string? phone)
    {
        if (TelephoneNumber.Of(phone) is not { } number || !Holds(document, number))
            return document;
        var node = VendorJson.Node(document.GetRawText())!;
        Hide(node, number, Apply(phone)!);
        return JsonSerializer.SerializeToElement(node, MaskedJson.Default.JsonNode);
    }

    /// <summary>Takes the number out of every text of a JSON document, not even leaving what a mask shows.</summary>
    internal static void Remove(JsonNode document, string? phone)
    {
        if (TelephoneNumber.Of(phone) is { } number)
            Hide(document, number, Hidden);
    }

    /// <summary>Whether there is anything to hide: nearly no document has to be written anew.</summary>
    private static bool Holds(JsonElement json, TelephoneNumber number) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().Any(member => Holds(member.Value, number)),
        JsonValueKind.Array => json.EnumerateArray().Any(item => Holds(item, number)),
        JsonValueKind.String or JsonValueKind.Number => json.ToString() is var text && !ReferenceEquals(number.Hide(text, Hidden), text),
        _ => false,
    };

    private static void Hide(JsonNode node, TelephoneNumber number, string mask)
    {
        if (node is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
                if (HiddenText(array[i], number, mask) is { } text)
                    array[i] = text;
        }
        else if (node is JsonObject members)
        {
            foreach (var (name, member) in members.ToList())
                if (HiddenText(member, number, mask) is { } text)
                    members[name] = text;
        }
    }

    /// <summary>The new text of a text or number that holds the number; goes deeper into everything else.</summary>
    private static string? HiddenText(JsonNode? node, TelephoneNumber number, string mask)
    {
        if (node is JsonArray or JsonObject)
            Hide(node, number, mask);
        if (node is not JsonValue value || value.GetValueKind() is not (JsonValueKind.String or JsonValueKind.Number))
            return null;
        var text = value.ToString();
        return number.Hide(text, mask) is var hidden && !ReferenceEquals(hidden, text) ? hidden : null;
    }

    internal static string CallingCode(string digits) => Array.Find(ShortCodes, code => digits.StartsWith(code, StringComparison.Ordinal)) ?? digits[..3];

    /// <summary>The digits of a number, of a SIP address those before its host; empty for null.</summary>
    internal static string Digits(string? phone)
    {
        if (phone is null)
            return "";
        if (phone.Length > 0 && !phone.AsSpan(1).ContainsAnyExceptInRange('0', '9') && phone[0] is '+' or (>= '0' and <= '9'))
            return phone[0] == '+' ? phone[1..] : phone; // nearly all
        return string.Concat(phone.TakeWhile(sign => sign != '@').Where(char.IsAsciiDigit));
    }
}
