using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Alerts;
using Voicebot.Core.Settings;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>What the rules of alerts found, and who was told.</summary>
public sealed class ListAlerts(VoicebotSettings settings, AlertStore alerts)
{
    [Function(nameof(ListAlerts))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/alerts")] HttpRequest request)
    {
        var query = QueryReader.Of(request);
        var onlyOpen = AlertParameters.State.Of(query) == AlertParameters.Open;
        var page = Parameters.Page.Of(query);
        var perPage = Parameters.PerPage.Of(query);
        query.Finish();
        return ApiJson.Ok(AlertsResponse.Of(alerts.List(onlyOpen, page, perPage, request.HttpContext.RequestAborted), page, perPage,
            settings.Current));
    }
}
