using System.Text.Json.Nodes;

namespace Voicebot.Functions.Requests;

/// <summary>A parameter of the query or a field of the body, with its JSON schema.</summary>
public record ApiParameter(string Name, string Description, JsonObject Schema, bool Required = false)
{
    public static ApiParameter Text(string name, string description, int maxLength = 200) =>
        new(name, description, new JsonObject { ["type"] = "string", ["maxLength"] = maxLength });

    public static ApiParameter OneOf(string name, string description, params IEnumerable<string> values) =>
        new(name, description,
            new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]) });

    /// <summary>Several of the values, separated by commas.</summary>
    public static ApiParameter AnyOf(string name, string description, params IEnumerable<string> values) =>
        Several(name, description, OneOf(name, description, values).Schema, values.Count());

    /// <summary>Several texts, separated by commas.</summary>
    public static ApiParameter Texts(string name, string description, int most, int maxLength) =>
        Several(name, description, Text(name, description, maxLength).Schema, most);

    /// <summary>Several whole numbers, separated by commas.</summary>
    public static ApiParameter Wholes(string name, string description, int min, int max) =>
        Several(name, description, Whole(name, description, min, max).Schema, max - min + 1);

    private static ApiParameter Several(string name, string description, JsonObject each, int most) =>
        new(name, description + " Several may be separated by commas.",
            new JsonObject { ["type"] = "array", ["maxItems"] = most, ["items"] = each });

    public static ApiParameter Whole(string name, string description, int min, int max) =>
        new(name, description, new JsonObject { ["type"] = "integer", ["minimum"] = min, ["maximum"] = max });

    public static ApiParameter Number(string name, string description, double min, double max) =>
        new(name, description, new JsonObject { ["type"] = "number", ["minimum"] = min, ["maximum"] = max });

    public static ApiParameter Flag(string name, string description) => new(name, description, new JsonObject { ["type"] = "boolean" });

    public static ApiParameter Month(string name, string description) =>
        new(name, description, new JsonObject { ["type"] = "string", ["pattern"] = "^2[01][0-9]{2}-(0[1-9]|1[0-2])$" });

    public static ApiParameter Date(string name, string description) =>
        new(name, description, new JsonObject { ["type"] = "string", ["format"] = "date" });

    public ApiParameter Needed => this with { Required = true };

    public ApiParameter OrNull
    {
        get
        {
            var schema = Schema.DeepClone().AsObject();
            schema["type"] = new JsonArray(schema["type"]!.DeepClone(), "null");
            return this with { Schema = schema };
        }
    }
}
