using System.Text.Json.Serialization;

namespace Voicebot.Core.Conversations;

[JsonSerializable(typeof(string))]
internal sealed partial class DatumText : JsonSerializerContext;
