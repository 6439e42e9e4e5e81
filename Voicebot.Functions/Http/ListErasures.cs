using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Privacy;
using Voicebot.Core.Settings;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>How far what was asked to be erased is.</summary>
public sealed class ListErasures(ErasureSweep sweep, VoicebotSettings settings)
{
    private const int Newest = 50;

    [Function(nameof(ListErasures))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/erase")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        var zone = settings.Current.Zone;
        var newest = await sweep.NewestAsync(Newest, request.HttpContext.RequestAborted);
        return ApiJson.Ok(new ErasuresResponse(sweep.Unfinished,
            [.. newest.Select(one => ErasureResponse.Of(one.Erasure, one.Report, zone))]));
    }
}
