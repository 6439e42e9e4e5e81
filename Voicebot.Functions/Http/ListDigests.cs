using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Digests;
using Voicebot.Core.Settings;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>The digests and what was sent of them lately.</summary>
public sealed class ListDigests(VoicebotSettings settings, DigestStore digests, DigestDeliveryStore deliveries, TimeProvider clock)
{
    private const int MostDeliveries = 40;

    [Function(nameof(ListDigests))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/digests")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        return ApiJson.Ok(Answer(digests, deliveries, settings.Current, clock.GetUtcNow()));
    }

    internal static DigestsResponse Answer(DigestStore digests, DigestDeliveryStore deliveries, EffectiveSettings current,
        DateTimeOffset now) => new([.. digests.All().Select(digest => One(digest, deliveries, current, now))]);

    internal static DigestResponse One(Digest digest, DigestDeliveryStore deliveries, EffectiveSettings current, DateTimeOffset now) =>
        DigestResponse.Of(digest, deliveries.Newest(digest.Id, MostDeliveries), current, now);
}
