using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Conversations;
using Voicebot.Core.Kpis;
using Voicebot.Core.Settings;
using Voicebot.Functions.Delivery;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>A few figures of the conversations of a filter.</summary>
public sealed class GetConversationFigures(VoicebotSettings settings, FilteredReading reading, AnswerCache answers, GuessGuard guesses)
{
    [Function(nameof(GetConversationFigures))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/conversation-figures")] HttpRequest request) =>
        answers.AnswerAsync(request, cancellation =>
    {
        var query = QueryReader.Of(request);
        var filter = FilterReader.Conditions(query, settings.Current);
        query.Finish();
        guesses.Check(request, filter);
        return ApiJson.Bytes(SetFigures.Of(reading, filter, cancellation));
    });
}
