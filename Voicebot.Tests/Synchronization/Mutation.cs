using System.Text.Json.Nodes;
using CsCheck;

namespace Voicebot.Tests.Synchronization;

/// <summary>One random damage to a document: a member removed, nulled, or replaced by another kind of JSON.</summary>
public sealed record Mutation(double Where, int Replacement)
{
    private static readonly string?[] Replacements =
    [
        null, // removed
        "null", "true", "false", "0", "-1", "3.7", "1e300", "1787217247000", "\"\"", "\"text\"", "\"12\"", "\"NaN\"", "[]", "[null]",
            "[1,\"a\",{}]", "{}", "{\"used\":true}", "[[[]]]",
    ];

    public static Gen<Mutation> Any { get; } =
        from place in Gen.Double[0, 0.999999]
        from replacement in Gen.Int[0, Replacements.Length - 1]
        select new Mutation(place, replacement);

    /// <summary>Damages the document in place.</summary>
    public void Apply(JsonObject document)
    {
        var members = Members(document).ToList();
        if (members.Count == 0)
            return;
        var (parent, name) = members[(int)(Where * members.Count)];
        if (Replacements[Replacement] is { } json)
            parent[name] = JsonNode.Parse(json);
        else
            parent.Remove(name);
    }

    private static IEnumerable<(JsonObject Parent, string Name)> Members(JsonNode? node)
    {
        if (node is JsonObject json)
            foreach (var (name, value) in json)
            {
                yield return (json, name);
                foreach (var inner in Members(value))
                    yield return inner;
            }
        else if (node is JsonArray array)
            foreach (var inner in array.SelectMany(Members))
                yield return inner;
    }
}
