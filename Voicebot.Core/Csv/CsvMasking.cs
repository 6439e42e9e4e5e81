using System.Text;
using Voicebot.Core.Conversations;

namespace Voicebot.Core.Csv;

/// <summary>Hides the client's number in the rows of an export; looks for it in the UTF-8, because nearly no text holds it.</summary>
internal sealed class CsvMasking
{
    private const int ShortestNumber = 7;
    private byte[] digits = new byte[32];
    private int length;
    private string? phone;

    /// <summary>Takes over the number of the next row.</summary>
    /// <param name="utf8">Empty when the row has none.</param>
    public void Begin(ReadOnlySpan<byte> utf8)
    {
        length = 0;
        phone = null;
        if (utf8.IsEmpty)
            return;
        if (digits.Length < utf8.Length)
            digits = new byte[utf8.Length];
        foreach (var sign in utf8)
            if (char.IsAsciiDigit((char)sign))
                digits[length++] = sign;
        phone = Encoding.UTF8.GetString(utf8);
    }

    /// <summary>The masked number; null when the row has none.</summary>
    public string? Phone => PhoneMask.Apply(phone);

    public bool IsIn(ReadOnlySpan<byte> utf8) => length >= ShortestNumber && utf8.IndexOf(digits.AsSpan(0, length)) >= 0;

    public string? Within(string? text) => PhoneMask.Within(text, phone);
}
