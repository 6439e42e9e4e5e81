using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Alerts;
using Voicebot.Core.Digests;
using Voicebot.Core.Settings;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>The letter of a digest as it would be sent now.</summary>
public sealed class PreviewDigest(VoicebotOptions options, DigestStore digests, AlertChannelStore channels, DigestWriter writer)
{
    [Function(nameof(PreviewDigest))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/digests/{id}/preview")] HttpRequest request, string id)
    {
        var query = QueryReader.Of(request);
        var language = DigestParameters.Language.Of(query);
        query.Finish();
        if (digests.Find(RouteValues.Number(id)) is not { } digest)
            return DigestProblems.Missing.ToResult();
        var period = writer.Newest(digest);
        var channel = digest.ChannelId is { } known ? channels.Find(known) : null;
        var mail = await writer.WriteAsync(digest, period, language, channel, PageAddress.Of(request, options),
            request.HttpContext.RequestAborted);
        return ApiJson.Ok(new DigestPreviewResponse(period.From!.Value, period.To!.Value, mail.Subject, mail.PageHtml, mail.Text,
            mail.WorkbookName, mail.Workbook.LongLength));
    }
}
