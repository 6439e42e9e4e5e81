using System.Runtime.InteropServices;
using System.Text.Json;
using Voicebot.Core.Json;

namespace Voicebot.Core.Synchronization;

/// <summary>
/// Takes out of a detail document what must not be stored: headers of tool calls (they can hold secrets), wherever in the
/// transcript they stand, and the vendor's second copy of the whole transcript. Cut out of the bytes, not out of a tree: of a large
/// document that would take many times its size.
/// </summary>
public static class DetailRedaction
{
    private const string History = "system__conversation_history";

    public static JsonElement Apply(JsonElement detail)
    {
        if (!Needed(detail))
            return detail;
        var json = JsonMarshal.GetRawUtf8Value(detail);
        var left = new MemoryStream(json.Length);
        var cut = 0; // up to where the document is in left, or left out
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = VendorJson.MaxDepthOfCopies });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            if (reader.ValueTextEquals("transcript"u8))
                EmptyHeaders(ref reader, json, left, ref cut);
            else if (reader.ValueTextEquals("conversation_initiation_client_data"u8))
                CutHistory(ref reader, json, left, ref cut);
            else
                reader.Skip();
        left.Write(json[cut..]);
        return VendorJson.Read(left.GetBuffer().AsMemory(0, (int)left.Length)).Json;
    }

    private static bool Needed(JsonElement detail) =>
        detail.At("conversation_initiation_client_data", "dynamic_variables", History) is not null
        || (detail.Member("transcript") is { } transcript && JsonMarshal.GetRawUtf8Value(transcript).IndexOf("\"headers\""u8) >= 0);

    private static void EmptyHeaders(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, MemoryStream left, ref int cut)
    {
        reader.Read();
        var depth = reader.CurrentDepth;
        while (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject || reader.CurrentDepth > depth)
        {
            var isHeaders = reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("headers"u8);
            reader.Read();
            if (!isHeaders || reader.TokenType != JsonTokenType.StartObject)
                continue;
            left.Write(json[cut..(int)reader.BytesConsumed]);
            reader.Skip();
            cut = (int)reader.TokenStartIndex;
        }
    }

    private static void CutHistory(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, MemoryStream left, ref int cut)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isVariables = reader.ValueTextEquals("dynamic_variables"u8);
            reader.Read();
            if (!isVariables || reader.TokenType != JsonTokenType.StartObject)
                reader.Skip();
            else
                CutMember(ref reader, json, left, ref cut);
        }
    }

    private static void CutMember(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, MemoryStream left, ref int cut)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)reader.TokenStartIndex;
            var isHistory = reader.ValueTextEquals(History);
            reader.Skip();
            if (!isHistory)
                continue;
            var before = json[cut..start].TrimEnd(" \t\r\n"u8);
            var end = (int)reader.BytesConsumed;
            var after = json[end..].TrimStart(" \t\r\n"u8);
            if (after[0] == (byte)',') // one of the two commas around it goes
                end = json.Length - after.Length + 1;
            else if (before.Length > 0 && before[^1] == (byte)',')
                before = before[..^1];
            left.Write(before);
            cut = end;
        }
    }
}
