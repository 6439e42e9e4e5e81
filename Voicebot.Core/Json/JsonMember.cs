using Dapper;

namespace Voicebot.Core.Json;

/// <summary>A condition on one member of a stored JSON object, whatever the vendor's users have called it.</summary>
internal static class JsonMember
{
    /// <param name="column">Holds a JSON object or null; one of our own names.</param>
    /// <param name="name">The member's name; any text.</param>
    /// <param name="parameter">Under which the name goes into the parameters.</param>
    /// <param name="inside">The rest of the path, from the member on; empty for the member itself.</param>
    /// <param name="condition">What follows the value in SQL.</param>
    public static string Condition(string column, string name, string parameter, string inside, string condition, DynamicParameters parameters)
    {
        // SQLite has no way to say these two within a path; everything else may stand between its quotes.
        if (name.AsSpan().ContainsAny('"', '\\'))
        {
            parameters.Add(parameter, name);
            var value = inside.Length == 0 ? "value" : $"json_extract(value, '${inside}')";
            return $"EXISTS (SELECT 1 FROM json_each({column}) WHERE key = @{parameter} AND {value} {condition})";
        }
        parameters.Add(parameter, $"$.\"{name}\"{inside}");
        return $"json_extract({column}, @{parameter}) {condition}";
    }

    /// <summary>The member as JSON text; its parameter is the one that <see cref="Condition"/> has added.</summary>
    public static string Text(string column, string name, string parameter) => name.AsSpan().ContainsAny('"', '\\')
        ? $"(SELECT json_quote(value) FROM json_each({column}) WHERE key = @{parameter})"
        : $"{column} -> @{parameter}";
}
