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

/// <summary>Keeps a digest.</summary>
public sealed class AddDigest(VoicebotSettings settings, DigestStore digests, DigestDeliveryStore deliveries,
    AlertChannelStore channels, AuditLog audit, TimeProvider clock)
{
    [Function(nameof(AddDigest))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/digests")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        var current = settings.Current;
        var digest = DigestReader.Read(await BodyReader.ReadAsync(request), current, channels.All());
        try
        {
            var stored = digests.Add(digest);
            audit.Record(request, AuditActions.Digests, stored.Name);
            return ApiJson.Of(ListDigests.One(stored, deliveries, current, clock.GetUtcNow()), StatusCodes.Status201Created);
        }
        catch (DigestRefusedException refused)
        {
            return DigestProblems.Of(refused).ToResult();
        }
    }
}
