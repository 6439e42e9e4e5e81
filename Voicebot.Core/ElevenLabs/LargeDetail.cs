using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voicebot.Core.Json;

namespace Voicebot.Core.ElevenLabs;

/// <summary>
/// The details of a conversation that are too large to be worked on whole: everything but the transcript is kept, and a warning
/// of the document says so. A call of an hour has less than 1 MB.
/// </summary>
internal static class LargeDetail
{
    /// <summary>The largest that is kept whole.</summary>
    public const long KeptBytes = 16L * 1024 * 1024;

    private static readonly string Warning =
        $"The transcript is larger than {KeptBytes / 1024 / 1024} MiB and was not kept here. It can be read at ElevenLabs.";

    /// <param name="json">An object; anything else is given back as it is.</param>
    /// <returns>The same bytes where they are few enough.</returns>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="ElevenLabsException">It is too large without its transcript, too.</exception>
    public static byte[] Kept(byte[] json)
    {
        if (json.Length <= KeptBytes)
            return json;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = VendorJson.MaxDepthOfCopies });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return json;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                Copy(ref reader, json, writer);
            writer.WriteEndObject();
        }
        return buffer.WrittenCount <= KeptBytes ? buffer.WrittenSpan.ToArray() : throw BoundedAnswer.TooLarge(KeptBytes);
    }

    private static void Copy(ref Utf8JsonReader reader, byte[] json, Utf8JsonWriter writer)
    {
        var name = reader.GetString()!;
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        if (name == "transcript")
            return;
        writer.WritePropertyName(name);
        var value = json.AsSpan(start, (int)reader.BytesConsumed - start);
        if (value.Length > KeptBytes)
            throw BoundedAnswer.TooLarge(KeptBytes);
        if (name == "metadata"
            && JsonNode.Parse(value,
            documentOptions: new JsonDocumentOptions { MaxDepth = VendorJson.MaxDepthOfCopies }) is JsonObject metadata)
        {
            (metadata["warnings"] as JsonArray ?? (JsonArray)(metadata["warnings"] = new JsonArray())).Add((JsonNode)Warning);
            metadata.WriteTo(writer);
        }
        else
        {
            writer.WriteRawValue(value, skipInputValidation: true);
        }
    }
}
