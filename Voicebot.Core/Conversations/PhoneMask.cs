using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Voicebot.Core.Conversations;

/// <summary>Shows of a telephone number only where it comes from and its last three digits.</summary>
public static class PhoneMask
{
    private const string Hidden = "•••";
    private const int ShownDigits = 3;
    private const int ShortestNumber = 7;

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
        if (digits.Length < ShortestNumber || phone.AsSpan().ContainsAnyExcept(NumberSigns))
            return Hidden;
        var code = phone[0] == '+' ? $"+{CallingCode(digits)} " : "";
        return $"{code}{Hidden} {Hidden} {digits[^ShownDigits..]}";
    }

    /// <summary>The text with the person's number hidden wherever it stands as such, with or without '+'.</summary>
    public static string? Within(string? text, string? phone)
    {
        if (text is null || phone is null)
            return text;
        var digits = Digits(phone);
        if (digits.Length < ShortestNumber || !text.Contains(digits, StringComparison.Ordinal))
            return text;
        var masked = Apply(phone)!;
        return text.Replace("+" + digits, masked, StringComparison.Ordinal).Replace(digits, masked, StringComparison.Ordinal);
    }

    /// <summary>A JSON document with the person's number hidden in every text.</summary>
    public static JsonElement Within(JsonElement document, string? phone)
    {
        if (phone is null || Digits(phone) is not { Length: >= ShortestNumber } digits || !document.GetRawText().Contains(digits, StringComparison.Ordinal))
            return document;
        var node = JsonNode.Parse(document.GetRawText())!;
        Hide(node, phone);
        return JsonSerializer.SerializeToElement(node, MaskedJson.Default.JsonNode);
    }

    private static void Hide(JsonNode node, string phone)
    {
        if (node is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
                if (HiddenText(array[i], phone) is { } text)
                    array[i] = text;
        }
        else if (node is JsonObject members)
        {
            foreach (var (name, member) in members.ToList())
                if (HiddenText(member, phone) is { } text)
                    members[name] = text;
        }
    }

    /// <summary>The new text of a text or number that holds the number; goes deeper into everything else.</summary>
    private static string? HiddenText(JsonNode? node, string phone)
    {
        if (node is JsonArray or JsonObject)
            Hide(node, phone);
        if (node is not JsonValue value || value.GetValueKind() is not (JsonValueKind.String or JsonValueKind.Number))
            return null;
        var text = value.ToString();
        return Within(text, phone) is { } hidden && hidden != text ? hidden : null;
    }

    private static string CallingCode(string digits) => Array.Find(ShortCodes, code => digits.StartsWith(code, StringComparison.Ordinal)) ?? digits[..3];

    private static string Digits(string phone)
    {
        if (phone.Length > 0 && !phone.AsSpan(1).ContainsAnyExceptInRange('0', '9') && phone[0] is '+')
            return phone[1..]; // nearly all
        return string.Concat(phone.Where(char.IsAsciiDigit));
    }
}
