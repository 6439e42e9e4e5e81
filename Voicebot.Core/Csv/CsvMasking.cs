using System.Text;
using Voicebot.Core.Phones;

namespace Voicebot.Core.Csv;

/// <summary>
/// Hides the client's number in the rows of an export. It looks at the digits of the UTF-8 first, because nearly no text holds
/// the last ones of the number; what does is decided by <see cref="PhoneMask"/>.
/// </summary>
internal sealed class CsvMasking
{
    private const int TailDigits = TelephoneNumber.ShortestNumber; // every number has them
    private const int DigitBits = 4;
    private const uint TailMask = (1u << (DigitBits * TailDigits)) - 1;
    private uint tail;
    private bool hasTail;
    private string? phone;

    /// <summary>Takes over the number of the next row.</summary>
    /// <param name="utf8">Empty when the row has none.</param>
    public void Begin(ReadOnlySpan<byte> utf8)
    {
        phone = utf8.IsEmpty ? null : Encoding.UTF8.GetString(utf8);
        var count = 0;
        tail = 0;
        foreach (var sign in utf8)
        {
            if (sign == '@')
                break;
            if (!char.IsAsciiDigit((char)sign))
                continue;
            tail = Next(tail, sign);
            count++;
        }
        hasTail = count >= TailDigits;
    }

    /// <summary>The masked number; null when the row has none.</summary>
    public string? Phone => PhoneMask.Apply(phone);

    /// <summary>False when the text cannot hold the number, at a glance.</summary>
    public bool MayBeIn(ReadOnlySpan<byte> utf8)
    {
        if (!hasTail)
            return false;
        var last = ~0u; // no digits
        while (utf8.IndexOfAnyInRange((byte)'0', (byte)'9') is >= 0 and var at)
        {
            utf8 = utf8[at..];
            do
            {
                last = Next(last, utf8[0]);
                if (last == tail)
                    return true;
                utf8 = utf8[1..];
            }
            while (!utf8.IsEmpty && char.IsAsciiDigit((char)utf8[0]));
        }
        return false;
    }

    /// <summary>The same for JSON, where a separator may be escaped and so bring digits of its own.</summary>
    public bool MayBeInJson(ReadOnlySpan<byte> utf8) => hasTail && (MayBeIn(utf8) || utf8.Contains((byte)'\\'));

    public string? Within(string? text) => PhoneMask.Within(text, phone);

    private static uint Next(uint digits, byte digit) => ((digits << DigitBits) | (uint)(digit - '0')) & TailMask;
}
