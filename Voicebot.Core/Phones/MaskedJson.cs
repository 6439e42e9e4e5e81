using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Voicebot.Core.Json;

namespace Voicebot.Core.Phones;

/// <summary>Source-generated JSON of changed documents.</summary>
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class MaskedJson : JsonSerializerContext
{
    /// <summary>Masks and letters as people read them, for texts that are shown as JSON.</summary>
    public static MaskedJson Readable { get; } =
        new(new JsonSerializerOptions
        {
            MaxDepth = VendorJson.MaxDepthOfCopies,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
}
