using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Conversations;
using Voicebot.Core.Settings;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

public sealed class ListMonths(VoicebotSettings settings, ConversationStore conversations)
{
    [Function(nameof(ListMonths))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/months")] HttpRequest request)
    {
        var query = QueryReader.Of(request);
        var current = settings.Current;
        var agentIds = FilterReader.Agents(query, current);
        query.Finish();
        var months = conversations.Months(agentIds);
        return ApiJson.Ok(new MonthsResponse([.. months.Select(month => month.ToString())]));
    }
}
