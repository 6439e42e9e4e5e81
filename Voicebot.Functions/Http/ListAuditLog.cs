using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Auditing;
using Voicebot.Core.Settings;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>Who revealed, exported, erased or changed what, newest first.</summary>
public sealed class ListAuditLog(VoicebotSettings settings, AuditLog audit)
{
    [Function(nameof(ListAuditLog))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/audit-log")] HttpRequest request)
    {
        var query = QueryReader.Of(request);
        var limit = Parameters.AuditEntries.Of(query);
        query.Finish();
        var zone = settings.Current.Zone;
        return ApiJson.Ok(new AuditLogResponse([.. audit.Newest(limit).Select(entry => AuditEntryResponse.Of(entry, zone))]));
    }
}
