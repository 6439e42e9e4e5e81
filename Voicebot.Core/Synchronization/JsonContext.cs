using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Voicebot.Core.Json;

namespace Voicebot.Core.Synchronization;

/// <summary>Source-generated JSON of the stored documents.</summary>
[JsonSourceGenerationOptions(MaxDepth = VendorJson.MaxDepthOfCopies)]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class JsonContext : JsonSerializerContext
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Compact text in the document's own order of members, so that equal documents give equal texts.</summary>
    public static string Compact(JsonElement json)
    {
        // so that a large one is not copied as it grows
        var bytes = new ArrayBufferWriter<byte>(Math.Max(256, JsonMarshal.GetRawUtf8Value(json).Length + 1_024));
        using (var writer = new Utf8JsonWriter(bytes, Readable))
            json.WriteTo(writer);
        return System.Text.Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>A stored document; null when there is none.</summary>
    public static JsonElement? Parse(string? json) => json is null ? null : VendorJson.Stored(json);
}
