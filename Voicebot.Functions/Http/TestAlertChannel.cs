using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Alerts;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>Sends a message to a channel and says what the other side answered.</summary>
public sealed class TestAlertChannel(AlertChannelStore channels, AlertPost post)
{
    [Function(nameof(TestAlertChannel))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/alert-channels/{id}/test")] HttpRequest request, string id)
    {
        QueryReader.Of(request).Finish();
        if (channels.Find(RouteValues.Number(id)) is not { } channel)
            return AlertProblems.MissingChannel.ToResult();
        var outcome = await post.TestAsync(channel, request.HttpContext.RequestAborted);
        return ApiJson.Ok(new AlertTestResponse(outcome.IsDelivered, outcome.Answer));
    }
}
