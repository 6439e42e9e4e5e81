using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Auditing;
using Voicebot.Core.Digests;
using Voicebot.Core.Settings;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>Sends the letter of a digest at once and says what the mail server answered.</summary>
public sealed class SendDigest(VoicebotOptions options, DigestStore digests, DigestPost post, AuditLog audit)
{
    [Function(nameof(SendDigest))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/digests/{id}/send")] HttpRequest request, string id)
    {
        QueryReader.Of(request).Finish();
        var one = DigestReader.SendTo(await BodyReader.ReadAsync(request));
        if (digests.Find(RouteValues.Number(id)) is not { } digest)
            return DigestProblems.Missing.ToResult();
        audit.Record(request, AuditActions.Digests, digest.Name);
        var sent = new List<DigestSentTo>();
        foreach (var recipient in one is null ? digest.Recipients : [one])
        {
            var outcome = await post.SendNowAsync(digest, recipient, PageAddress.Of(request, options),
                request.HttpContext.RequestAborted);
            sent.Add(new DigestSentTo(recipient.Address, outcome.IsDelivered, outcome.Answer));
        }
        return ApiJson.Ok(new DigestSentResponse(sent));
    }
}
