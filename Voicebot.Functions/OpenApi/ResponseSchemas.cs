using System.ComponentModel;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.OpenApi;

/// <summary>JSON schemas of what the API answers, made from the types that are sent, so that they cannot lag behind.</summary>
internal static class ResponseSchemas
{
    private static readonly JsonSchemaExporterOptions Options = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, schema) => Described(context, Exact(schema)),
    };

    /// <summary>For example <c>KpiReport</c>, <c>SyncLogList</c>.</summary>
    public static string NameOf(Type type) =>
        type.IsGenericType ? NameOf(type.GenericTypeArguments[0]) + "List" : type.Name.EndsWith("Response", StringComparison.Ordinal)
            ? type.Name[..^"Response".Length]
            : type.Name;

    public static JsonNode Of(Type type)
    {
        var schema = ApiJson.TypeInfoOf(type).GetJsonSchemaAsNode(Options);
        Relocate(schema, "#/components/schemas/" + NameOf(type));
        return schema;
    }

    public static JsonObject Problem() => JsonNode.Parse("""
        {
          "type": "object",
          "required": ["type", "title", "status", "detail", "code"],
          "properties": {
            "type": { "type": "string" },
            "title": { "type": "string" },
            "status": { "type": "integer" },
            "detail": { "type": "string", "description": "What happened and what to do, in English." },
            "code": { "type": "string", "pattern": "^[a-z0-9_]+$", "description": "Stable; made for programs." },
            "parameter": { "type": "string", "description": "The first wrong parameter." },
            "errors": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["parameter", "message"],
                "properties": { "parameter": { "type": "string" }, "message": { "type": "string" } },
                "additionalProperties": false
              }
            },
            "key_region": { "type": "string", "description": "Of elevenlabs_other_region: the base_url that takes the key." },
            "known_parameters": { "type": "array", "items": { "type": "string" },
             "description": "What there is instead of an unknown parameter." }
          },
          "additionalProperties": false
        }
        """)!.AsObject();

    /// <summary>Every member is written, null or not, and no other.</summary>
    private static JsonNode Exact(JsonNode schema)
    {
        if (schema is not JsonObject json || json["properties"] is not JsonObject properties)
            return schema;
        json["required"] = new JsonArray([.. properties.Select(property => JsonValue.Create(property.Key))]);
        json["additionalProperties"] = false;
        return schema;
    }

    /// <summary>With what the member's own attribute says of it.</summary>
    private static JsonNode Described(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (context.PropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute),
            true) is not [DescriptionAttribute description, ..])
            return schema;
        var described = schema as JsonObject ?? []; // any JSON is written as true
        described["description"] = description.Description;
        return described;
    }

    /// <summary>References of a type to its own parts count from the document's root.</summary>
    private static void Relocate(JsonNode? node, string root)
    {
        if (node is JsonArray array)
            foreach (var item in array)
                Relocate(item, root);
        if (node is not JsonObject json)
            return;
        if (json["$ref"] is JsonValue reference && reference.GetValue<string>() is var text && text.StartsWith('#'))
            json["$ref"] = root + text[1..];
        foreach (var (_, member) in json.ToList())
            Relocate(member, root);
    }
}
