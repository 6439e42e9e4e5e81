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

/// <summary>Removes a digest; answers with those that are left.</summary>
public sealed class RemoveDigest(VoicebotSettings settings, DigestStore digests, DigestDeliveryStore deliveries, AuditLog audit,
    TimeProvider clock)
{
    [Function(nameof(RemoveDigest))]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/digests/{id}")] HttpRequest request, string id)
    {
        QueryReader.Of(request).Finish();
        if (!digests.Remove(RouteValues.Number(id)))
            return DigestProblems.Missing.ToResult();
        audit.Record(request, AuditActions.Digests, id);
        return ApiJson.Ok(ListDigests.Answer(digests, deliveries, settings.Current, clock.GetUtcNow()));
    }
}
