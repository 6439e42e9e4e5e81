using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>The bare word that the program answers, for probes; open to everybody.</summary>
public sealed class GetLive
{
    [Function(nameof(GetLive))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/live")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        return ApiJson.Ok(new LiveResponse("ok"));
    }
}
