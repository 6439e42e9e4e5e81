using System.Text.Json.Nodes;

namespace Voicebot.Tests.Support;

/// <summary>The vendor's example documents.</summary>
public static class SampleFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Samples");

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public static JsonObject Json(string name) => JsonNode.Parse(Text(name))!.AsObject();

    public static string Error(string name) => Text(Path.Combine("extra", $"error-{name}.json"));

    public static IReadOnlyList<string> DetailNames { get; } =
        [.. Directory.GetFiles(Folder, "detail-*.json").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>The nine list items of the first listing with their details.</summary>
    public static IReadOnlyList<VendorConversation> Conversations() => OfPages(1, 2, 3);

    /// <summary>The six of the second listing, of another agent: outbound campaign, queue, files, branches.</summary>
    public static IReadOnlyList<VendorConversation> Outreach() => OfPages(4);

    private static IReadOnlyList<VendorConversation> OfPages(params int[] pages)
    {
        var details = DetailNames.Select(Json).ToDictionary(detail => (string)detail["conversation_id"]!);
        return
        [
            .. pages
                .SelectMany(page => Json($"list-page-{page}.json")["conversations"]!.AsArray())
                .Select(item => new VendorConversation(item!.DeepClone().AsObject(), details[(string)item["conversation_id"]!])),
        ];
    }
}
