using System.Buffers;
using System.Text.Json;

namespace Voicebot.Core.Phones;

/// <summary>Shows of a telephone number only where it comes from and its last three digits.</summary>
public static class PhoneMask
{
    internal const string Hidden = "•••";
    internal const int ShownDigits = 3;

    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789 +-().");

    /// <summary>
    /// For example <c>+48 ••• ••• 123</c>; what is no number (a SIP address) is hidden whole, and what stands for a withheld one stays.
    /// </summary>
    public static string? Apply(string? phone)
    {
        if (phone is null || ClientAddress.IsWithheld(phone))
            return phone;
        var digits = WrittenDigits.Of(phone);
        if (digits.Length < TelephoneNumber.ShortestNumber || phone.AsSpan().ContainsAnyExcept(NumberSigns))
            return Hidden;
        var code = phone[0] == '+' && digits.TrimStart('0') is { Length: >= TelephoneNumber.ShortestNumber } known
            ? $"+{CallingCodes.Of(known)} " : "";
        return $"{code}{Hidden} {Hidden} {digits[^ShownDigits..]}";
    }

    /// <summary>
    /// The text with the person's number hidden wherever it stands, however it is written (see <see cref="ClientIdentity"/>).
    /// </summary>
    public static string? Within(string? text, string? phone) => ClientIdentity.Of(phone).Within(text);

    /// <summary>The text without anything of the number, not even what a mask shows; for what is to be forgotten.</summary>
    public static string? Removed(string? text, string? phone) => ClientIdentity.Of(phone).Removed(text);

    /// <summary>A JSON document with the person's number hidden in every text.</summary>
    public static JsonElement Within(JsonElement document, string? phone) => ClientIdentity.Of(phone).Within(document);
}
