using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Voicebot.Core.Json;
using Voicebot.Core.Phones;

namespace Voicebot.Core.Conversations;

/// <summary>A collected value that is not null, as whoever asks sees it.</summary>
/// <param name="Kind">What it was collected as.</param>
/// <param name="Shown">A text as it is, a number with every digit, anything else as JSON; what names the client is masked.</param>
/// <param name="Number">Of a number that is shown whole; null for every other, and where it is too large for a double.</param>
/// <param name="Date">Of a text that is shown whole and is one.</param>
public sealed record CollectedValue(DatumKind Kind, string Shown, double? Number, WrittenDate? Date)
{
    /// <param name="json">As it is stored.</param>
    /// <param name="client">Whom no text may name; null where numbers are not masked.</param>
    /// <returns>Null for a collected null.</returns>
    public static CollectedValue? Read(string json, ClientIdentity? client = null)
    {
        switch (json[0])
        {
            case 'n':
                return null;
            case '"':
                var text = JsonSerializer.Deserialize(json, CollectedTexts.Default.String)!;
                var date = WrittenDate.Parse(text.Trim());
                var shown = client is null ? text : client.Within(text)!;
                return new(date is null ? DatumKind.String : DatumKind.Date, shown, null, shown == text ? date : null);
            case '[' or '{':
                var whole = client is null ? json : client.Within(VendorJson.Stored(json)).GetRawText();
                return new(json[0] == '[' ? DatumKind.Array : DatumKind.Object, whole, null, null);
            case 't' or 'f':
                return new(DatumKind.Boolean, json, null, null);
            default:
                var digits = client is null ? json : client.Within(json)!;
                return new(DatumKind.Number, digits, digits == json ? DatumCondition.Number(json) : null, null);
        }
    }

    /// <summary>Capitals and small letters are the same.</summary>
    /// <param name="asked">As it is shown.</param>
    public bool IsShownAs(string asked) =>
        string.Equals(Comparable(Kind, Shown), Comparable(Kind, asked), StringComparison.OrdinalIgnoreCase);

    /// <summary>Without what stands around a text, or between the parts of a list or an object.</summary>
    public static string Comparable(DatumKind kind, string shown) =>
        kind is DatumKind.Array or DatumKind.Object ? Compact(shown) : shown.Trim();

    private static string Compact(string json)
    {
        var compact = new StringBuilder(json.Length);
        var isText = false;
        for (var i = 0; i < json.Length; i++)
        {
            var isEscaped = isText && json[i] == '\\' && i + 1 < json.Length;
            isText ^= json[i] == '"';
            if (isText || json[i] is not (' ' or '\t' or '\r' or '\n'))
                compact.Append(json[i]);
            if (isEscaped)
                compact.Append(json[++i]);
        }
        return compact.ToString();
    }
}

[JsonSerializable(typeof(string))]
internal sealed partial class CollectedTexts : JsonSerializerContext;
