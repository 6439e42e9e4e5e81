using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Voicebot.Core.Json;

namespace Voicebot.Core.Phones;

/// <summary>Source-generated JSON of changed documents.</summary>
[JsonSourceGenerationOptions(MaxDepth = VendorJson.MaxDepthOfCopies)]
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class MaskedJson : JsonSerializerContext;
