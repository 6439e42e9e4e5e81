using System.Text.Json.Nodes;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.OpenApi;

/// <summary>The OpenAPI 3.1 description of the API: operations by hand, schemas of the answers from the types that are sent.</summary>
internal static class OpenApiDocument
{
    public static IReadOnlyList<ApiOperation> Operations { get; } =
        [.. ConversationOperations.All, .. ViewOperations.All, .. ReviewOperations.All, .. CallbackOperations.All,
            .. TargetOperations.All, .. MoneyOperations.All, .. AlertOperations.All, .. DigestOperations.All,
            .. SyncOperations.All, .. ArchiveOperations.All, .. SettingsOperations.All,
            .. PrivacyOperations.All];

    public static JsonObject Json { get; } = Build();

    private static JsonObject Build()
    {
        var schemas = new JsonObject { ["Problem"] = ResponseSchemas.Problem() };
        foreach (var type in Operations.SelectMany(operation => new[] { operation.Answer, operation.OtherAnswer }).OfType<Type>()
            .Distinct())
            schemas[ResponseSchemas.NameOf(type)] = ResponseSchemas.Of(type);
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Voicebot Dashboard",
                ["version"] = ProductVersion.Text,
                ["description"] = "Times are ISO 8601 with offset. Refusals are RFC 9457 problem details with a stable code. Unknown "
                    + "and doubled parameters are refused, except by /api/live, /api/ready and /api/health.",
            },
            ["paths"] = Paths(),
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas,
                ["securitySchemes"] = new JsonObject
                {
                    ["access_key"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" },
                    ["session"] = new JsonObject { ["type"] = "apiKey", ["in"] = "cookie", ["name"] = SignIn.CookieName },
                },
            },
            ["security"] = new JsonArray(new JsonObject { ["access_key"] = new JsonArray() },
                new JsonObject { ["session"] = new JsonArray() }),
        };
    }

    private static JsonObject Paths()
    {
        var paths = new JsonObject();
        foreach (var route in Operations.GroupBy(operation => operation.Route))
        {
            var path = new JsonObject();
            foreach (var operation in route)
            {
                path[operation.Method.ToLowerInvariant()] = One(operation);
                if (operation.Method == "GET")
                    path["head"] = Head(operation);
            }
            paths["/" + route.Key] = path;
        }
        return paths;
    }

    /// <summary>The same request; the answer has the headers alone.</summary>
    private static JsonObject Head(ApiOperation operation)
    {
        var json = One(operation);
        json["summary"] = $"The headers of GET. {operation.Summary}";
        json["responses"] = new JsonObject
        {
            [$"{operation.Status}"] = new JsonObject { ["description"] = "As of GET, without the body." },
            ["default"] = new JsonObject { ["description"] = "A refusal or failure, without the body." },
        };
        return json;
    }

    private static JsonObject One(ApiOperation operation)
    {
        var json = new JsonObject { ["summary"] = operation.Summary };
        if (operation.IsOpen)
            json["security"] = new JsonArray();
        var parameters = new JsonArray();
        if (operation.Route.Contains("{id}", StringComparison.Ordinal))
            parameters.Add(Parameter("id", "path", "The id.", true, new JsonObject { ["type"] = "string", ["maxLength"] = 200 }));
        foreach (var parameter in operation.Query)
            parameters.Add(Parameter(parameter.Name, "query", parameter.Description, parameter.Required, parameter.Schema));
        if (parameters.Count > 0)
            json["parameters"] = parameters;
        if (operation.Body is { } body)
            json["requestBody"] = Body(body);
        json["responses"] = Answers(operation);
        return json;
    }

    private static JsonObject Parameter(string name, string place, string description, bool required, JsonObject schema)
    {
        var json = new JsonObject
        {
            ["name"] = name,
            ["in"] = place,
            ["required"] = required,
            ["description"] = description,
            ["schema"] = schema.DeepClone(),
        };
        if ((string?)schema["type"] == "array")
            json["explode"] = false; // commas, not the name again
        return json;
    }

    private static JsonObject Body(IReadOnlyList<ApiParameter> fields)
    {
        var properties = new JsonObject();
        foreach (var field in fields)
        {
            var schema = field.Schema.DeepClone().AsObject();
            schema["description"] = field.Description;
            properties[field.Name] = schema;
        }
        var json = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (fields.Any(field => field.Required))
            json["required"] = new JsonArray([.. fields.Where(field => field.Required).Select(field => JsonValue.Create(field.Name))]);
        return new JsonObject { ["required"] = fields.Any(field => field.Required), ["content"] = Content("application/json", json) };
    }

    private static JsonObject Answers(ApiOperation operation)
    {
        var content = new JsonObject();
        if (operation.Answer is { } type)
            content["application/json"] = new JsonObject { ["schema"] = Reference(type, operation.OtherAnswer) };
        if (operation.MediaType is { } mediaType)
            content[mediaType] = new JsonObject();
        var answers = new JsonObject { [$"{operation.Status}"] = new JsonObject { ["description"] = "Done.", ["content"] = content } };
        if (operation.OtherStatus is { } other)
            answers[$"{other}"] = new JsonObject { ["description"] = "Done already, or done in part.", ["content"] = content.DeepClone() };
        if (operation.HasEntityTag)
            answers["304"] = new JsonObject { ["description"] = "The client has the current answer already." };
        answers["default"] = new JsonObject
        {
            ["description"] = "A refusal or failure.",
            ["content"] = Content("application/problem+json", Reference("Problem")),
        };
        return answers;
    }

    private static JsonObject Content(string mediaType, JsonObject schema) => new()
    {
        [mediaType] = new JsonObject { ["schema"] = schema },
    };

    private static JsonObject Reference(Type type, Type? other) => other is null
        ? Reference(ResponseSchemas.NameOf(type))
        : new JsonObject { ["oneOf"] = new JsonArray(Reference(ResponseSchemas.NameOf(type)), Reference(ResponseSchemas.NameOf(other))) };

    private static JsonObject Reference(string name) => new() { ["$ref"] = "#/components/schemas/" + name };
}
