using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Callbacks;
using Voicebot.Core.Settings;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>People who should be called back. It is not kept: those who did not answer come back as the clock goes on.</summary>
public sealed class ListCallbacks(VoicebotSettings settings, CallbackStore callbacks)
{
    [Function(nameof(ListCallbacks))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/callbacks")] HttpRequest request)
    {
        var query = QueryReader.Of(request);
        var current = settings.Current;
        var asked = CallbackReader.Query(query, current);
        var page = Parameters.Page.Of(query);
        var perPage = Parameters.PerPage.Of(query);
        query.Finish();
        var list = callbacks.List(asked, page, perPage, current.Zone, request.HttpContext.RequestAborted);
        return ApiJson.Ok(CallbacksResponse.Of(list, asked, page, perPage, current));
    }
}
