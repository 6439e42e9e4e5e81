using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>The bare word that the program answers, for probes; open to everybody.</summary>
public sealed class GetLive
{
    [Function(nameof(GetLive))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/live")] HttpRequest request) =>
        ApiJson.Ok(new LiveResponse("ok")); // whatever the query: monitors add numbers to it, so that no cache answers
}
