using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Health;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>
/// Whether this instance can do its work, for what sends requests to several; open to everybody. One that cannot is alive still
/// (<see cref="GetLive"/>): starting it again would mend nothing.
/// </summary>
public sealed class GetReady(Readiness readiness)
{
    private const int AgainSeconds = 5;

    [Function(nameof(GetReady))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/ready")] HttpRequest request)
    {
        // The query is not read, as by the other probes.
        return await readiness.ObstacleAsync(request.HttpContext.RequestAborted) is not { } obstacle
            ? ApiJson.Ok(new LiveResponse("ready"))
            : throw new ProblemException(new Problem(StatusCodes.Status503ServiceUnavailable, "not_ready", obstacle)
            {
                RetryAfterSeconds = AgainSeconds,
            });
    }
}
