using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Kpis;
using Voicebot.Core.Settings;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

public sealed class GetKpis(VoicebotSettings settings, KpiService kpis)
{
    [Function(nameof(GetKpis))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/kpis")] HttpRequest request)
    {
        var query = QueryReader.Of(request);
        var filter = FilterReader.Scope(query, settings.Current);
        var compare = query.OneOf("compare", ["previous", "none"]);
        query.Finish();
        var oneAgent = query.Text("agent_id");
        return ApiJson.Ok(kpis.Report(filter, oneAgent, compare == "previous"));
    }
}
