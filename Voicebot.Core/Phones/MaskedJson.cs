using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Voicebot.Core.Phones;

/// <summary>Source-generated JSON of changed documents.</summary>
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class MaskedJson : JsonSerializerContext;
