using System.Text.Json.Nodes;
using Voicebot.Core.Digests;
using Voicebot.Core.Kpis;

namespace Voicebot.Functions.Requests;

/// <summary>What the addresses of digests read.</summary>
internal static class DigestParameters
{
    public static QueryParameter<ReportLanguage> Language { get; } = QueryParameter.From(
        ApiParameter.OneOf("language", "Of the letter; English without it.", AlertChannelReader.Languages),
        query => query.OneOf("language", [.. AlertChannelReader.Languages]) == ReportLanguage.Polish.Code
            ? ReportLanguage.Polish : ReportLanguage.English);

    public static IReadOnlyList<ApiParameter> Digest { get; } =
    [
        ApiParameter.Text("name", "Each name once, whatever its case; it is the beginning of the subject.",
            Core.Digests.Digest.MaxNameLength).Needed,
        ApiParameter.OneOf("period", "week (Monday to Sunday, sent on Monday) or month (sent on its first day), in the reporting zone.",
            DigestPeriod.All).Needed,
        ApiParameter.Whole("channel", "The id of a channel of kind email, by whose mail server it is sent.", 1, int.MaxValue).Needed,
        new("recipients", "Who gets it, each in a language.", AlertParameters.ListOf(Core.Digests.Digest.MostRecipients, new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("address", "language"),
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject
            {
                ["address"] = new JsonObject { ["type"] = "string", ["maxLength"] = Core.Digests.Digest.MaxAddressLength },
                ["language"] = ApiParameter.OneOf("language", "", AlertChannelReader.Languages).Schema,
            },
        }), Required: true),
        AlertParameters.Agents,
        ApiParameter.Text("send_at", "HH:MM in the reporting zone, from when on it is sent; 07:00 without it.", 5),
        AlertParameters.Enabled,
    ];

    public static IReadOnlyList<ApiParameter> Send { get; } =
    [
        ApiParameter.Text("to", $"One mail address, or '{DigestReader.Everybody}' for the digest's recipients.",
            Core.Digests.Digest.MaxAddressLength).Needed,
        ApiParameter.OneOf("language", "Of the letter to one address; English without it.", AlertChannelReader.Languages),
    ];
}
