using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Alerts;
using Voicebot.Core.Auditing;
using Voicebot.Core.Digests;
using Voicebot.Core.Settings;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>Keeps another digest in the place of one.</summary>
public sealed class ReplaceDigest(VoicebotSettings settings, DigestStore digests, DigestDeliveryStore deliveries,
    AlertChannelStore channels, AuditLog audit, TimeProvider clock)
{
    [Function(nameof(ReplaceDigest))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/digests/{id}")] HttpRequest request, string id)
    {
        QueryReader.Of(request).Finish();
        var current = settings.Current;
        var digest = DigestReader.Read(await BodyReader.ReadAsync(request), current, channels.All());
        try
        {
            if (digests.Replace(digest with { Id = RouteValues.Number(id) }) is not { } stored)
                return DigestProblems.Missing.ToResult();
            audit.Record(request, AuditActions.Digests, stored.Name);
            return ApiJson.Ok(ListDigests.One(stored, deliveries, current, clock.GetUtcNow()));
        }
        catch (DigestRefusedException refused)
        {
            return DigestProblems.Of(refused).ToResult();
        }
    }
}
