using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voicebot.Core.Json;

namespace Voicebot.Core.Phones;

/// <summary>Replaces places of a text, and keeps a text that is JSON (a tool's parameters) JSON.</summary>
internal static class JsonTexts
{
    internal static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = VendorJson.MaxDepthOfCopies,
    };

    /// <param name="places">From first to last, not overlapping.</param>
    /// <param name="hide">Hides the same in a text within the JSON.</param>
    public static string Replace(string text, IReadOnlyList<(int From, int To)> places, string mask, Func<string, string> hide)
    {
        var first = text.AsSpan().TrimStart();
        if (first.Length == 0 || first[0] is not ('{' or '[' or '"') || !IsJson(text))
            return Replace(text, places, _ => mask);
        var replaced = Replace(text, places, place => Quoted(text, place, mask));
        // A text in a text (JSON in a tool's parameter) has to stay what it is, too.
        if (!text.Contains('\\', StringComparison.Ordinal) && IsJson(replaced))
            return replaced;
        var node = VendorJson.Node(text)!;
        var before = node.ToJsonString(Readable);
        var hidden = JsonPhones.Hide(node, hide)!.ToJsonString(Readable);
        if (hidden != before)
            return hidden;
        // It is made up of several values: of a list, or else of what belongs together as little as its brackets.
        return IsJson(replaced) ? replaced : text;
    }

    /// <summary>Hides it in every text of a text that is JSON with escapes; the same object where there is nothing to hide.</summary>
    public static string HideWithin(string text, Func<string, string> hide)
    {
        if (!text.Contains('\\', StringComparison.Ordinal) || text.AsSpan().TrimStart() is not ['{' or '[' or '"', ..] || !IsJson(text))
            return text;
        var node = VendorJson.Node(text)!;
        var before = node.ToJsonString(Readable);
        return JsonPhones.Hide(node, hide)!.ToJsonString(Readable) is var hidden && hidden != before ? hidden : text;
    }

    private static string Replace(string text, IReadOnlyList<(int From, int To)> places, Func<(int From, int To), string> mask)
    {
        var replaced = new StringBuilder(text.Length);
        var done = 0;
        foreach (var place in places)
        {
            replaced.Append(text, done, place.From - done).Append(mask(place));
            done = place.To;
        }
        return replaced.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>In the place of a bare number the mask is a text.</summary>
    private static string Quoted(string text, (int From, int To) place, string mask)
    {
        var mark = "\"";
        return (IsInText(text, place.From) ? "" : mark) + mask + (IsInText(text, place.To) ? "" : mark);
    }

    private static bool IsInText(string json, int at)
    {
        var inside = false;
        for (var i = 0; i < at; i++)
            if (json[i] == '\\')
                i++;
            else if (json[i] == '"')
                inside = !inside;
        return inside;
    }

    private static bool IsJson(string text)
    {
        try
        {
            JsonNode.Parse(text,
                documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = VendorJson.MaxDepthOfCopies });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
