using Voicebot.Core.Digests;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.OpenApi;

/// <summary>Letters that say each week, or month, how it went.</summary>
internal static class DigestOperations
{
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new("GET", "api/digests", "The digests in the order in which they were made, each with what was sent lately. Letters are kept in "
            + "mind for 400 days.")
        {
            Answer = typeof(DigestsResponse),
        },
        new("POST", "api/digests", "Keeps a digest; the next period that ends is sent. Recorded in the audit log. At most "
            + $"{Digest.MostDigests}.")
        {
            Body = DigestParameters.Digest,
            Status = 201,
            Answer = typeof(DigestResponse),
        },
        new("PUT", "api/digests/{id}", "Keeps another digest in the place of one, and forgets what was sent to those who get it no more; "
            + "recorded in the audit log.")
        {
            Body = DigestParameters.Digest,
            Answer = typeof(DigestResponse),
        },
        new("DELETE", "api/digests/{id}", "Removes a digest and its history; answers with those that are left. Recorded in the audit log.")
        {
            Answer = typeof(DigestsResponse),
        },
        new("GET", "api/digests/{id}/preview", "The letter of the newest period that is over, as it would be sent now.")
        {
            Query = [DigestParameters.Language],
            Answer = typeof(DigestPreviewResponse),
        },
        new("POST", "api/digests/{id}/send", "Sends the letter of the newest period that is over to one address, or to everybody, at "
            + "once, and says what the mail server answered. Recorded in the audit log.")
        {
            Body = DigestParameters.Send,
            Answer = typeof(DigestSentResponse),
        },
    ];
}
