using System.Text;
using Voicebot.Core.Phones;

namespace Voicebot.Core.Csv;

/// <summary>
/// Hides what names the client in the rows of an export. It looks at the UTF-8 first, because nearly no text can hold it; what can
/// is decided by <see cref="ClientIdentity"/>.
/// </summary>
internal sealed class CsvMasking
{
    private string? phone;
    private ClientIdentity client = ClientIdentity.Of(null);

    /// <summary>Takes over the client of the next row.</summary>
    /// <param name="number">UTF-8; empty when the row has none.</param>
    /// <param name="otherIds">UTF-8; empty for nearly all.</param>
    public void Begin(ReadOnlySpan<byte> number, ReadOnlySpan<byte> otherIds)
    {
        phone = number.IsEmpty ? null : Encoding.UTF8.GetString(number);
        client = ClientIdentity.Of(phone, otherIds.IsEmpty ? null : Encoding.UTF8.GetString(otherIds));
    }

    /// <summary>The masked number; null when the row has none.</summary>
    public string? Phone => PhoneMask.Apply(phone);

    /// <summary>False when the text cannot hold the number, at a glance.</summary>
    public bool MayBeIn(ReadOnlySpan<byte> utf8) => client.MayBeIn(utf8);

    public string? Within(string? text) => client.Within(text);
}
