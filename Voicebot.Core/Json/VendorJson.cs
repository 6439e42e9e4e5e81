using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Voicebot.Core.Json;

/// <summary>A document as it was read.</summary>
/// <param name="IsCut">It was nested too deep: what lay deeper is null in <paramref name="Json"/>.</param>
/// <param name="Bytes">As it came.</param>
public readonly record struct VendorDocument(JsonElement Json, bool IsCut, long Bytes);

/// <summary>
/// The one reader of the vendor's JSON, whichever way it comes in, and of what is stored of it: texts are repaired (see
/// <see cref="JsonRepair"/>), a byte order mark is passed over, of a doubled member the last value counts, and nesting reaches
/// far deeper than .NET reads by default.
/// </summary>
public static class VendorJson
{
    /// <summary>Levels of nesting that a conversation's document may have.</summary>
    public const int MaxDepth = 256;

    /// <summary>What answers, masks and copies may nest: a document, and what they put around it.</summary>
    public const int MaxDepthOfCopies = 2 * MaxDepth;

    private const int LargeBytes = 256 * 1024;
    private const int Envelopes = 8; // a list, an event and the like around a document
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = MaxDepth + Envelopes };
    private static readonly JsonDocumentOptions Doubled = new() { MaxDepth = MaxDepth + Envelopes };
    private static readonly JsonDocumentOptions Copies = new() { MaxDepth = MaxDepthOfCopies };

    /// <exception cref="JsonException">It is no JSON.</exception>
    public static VendorDocument Read(ReadOnlyMemory<byte> bytes)
    {
        var json = JsonRepair.Readable(bytes);
        try
        {
            return new VendorDocument(Parse(json, Strict), false, bytes.Length);
        }
        catch (JsonException)
        {
            return ReadUnusual(json, bytes.Length);
        }
    }

    /// <summary>A document that is stored, also by an earlier version, which took less care of it.</summary>
    public static JsonElement Stored(string json) => Read(Encoding.UTF8.GetBytes(json)).Json;

    /// <summary>The same, to be changed.</summary>
    public static JsonNode? Node(string json) => JsonNode.Parse(json, documentOptions: Copies);

    private static VendorDocument ReadUnusual(ReadOnlyMemory<byte> json, long bytes)
    {
        var isCut = DepthOf(json.Span) > MaxDepth + Envelopes;
        using var doubled = JsonDocument.Parse(isCut ? Cut(json.Span) : json, Doubled);
        var buffer = new ArrayBufferWriter<byte>(json.Length);
        using (var writer = new Utf8JsonWriter(buffer))
            WriteLastValues(writer, doubled.RootElement);
        return new VendorDocument(Parse(buffer.WrittenMemory, Strict), isCut, bytes);
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> json, JsonDocumentOptions options)
    {
        // A large one keeps the memory in which it came, rather than a second of the kind beside it.
        if (json.Length >= LargeBytes)
            return JsonDocument.Parse(json, options).RootElement;
        using var document = JsonDocument.Parse(json, options);
        return document.RootElement.Clone();
    }

    /// <exception cref="JsonException">It is no JSON.</exception>
    private static int DepthOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        var deepest = 0;
        while (reader.Read())
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                deepest = Math.Max(deepest, reader.CurrentDepth + 1); // also an empty one is a level
        return deepest;
    }

    private static byte[] Cut(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        var buffer = new ArrayBufferWriter<byte>(json.Length);
        using var writer = new Utf8JsonWriter(buffer);
        while (reader.Read())
        {
            var opens = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
            if (opens && reader.CurrentDepth >= MaxDepth + Envelopes)
            {
                writer.WriteNullValue();
                reader.Skip();
                continue;
            }
            Copy(ref reader, writer);
        }
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void Copy(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                break;
            case JsonTokenType.PropertyName:
                writer.WritePropertyName(reader.GetString()!);
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(reader.GetString());
                break;
            default:
                writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                break;
        }
    }

    private static void WriteLastValues(Utf8JsonWriter writer, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in json.EnumerateArray())
                WriteLastValues(writer, item);
            writer.WriteEndArray();
            return;
        }
        if (json.ValueKind != JsonValueKind.Object)
        {
            json.WriteTo(writer);
            return;
        }
        var last = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
            last[member.Name] = member.Value;
        writer.WriteStartObject();
        foreach (var (name, value) in last)
        {
            writer.WritePropertyName(name);
            WriteLastValues(writer, value);
        }
        writer.WriteEndObject();
    }
}
