using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Auditing;
using Voicebot.Core.Data;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>
/// A consistent, checked snapshot of the database, taken while everything goes on; a SQLite file also where a server keeps it.
/// </summary>
public sealed class DownloadBackup(DatabaseBackup backup, AuditLog audit, TimeProvider clock)
{
    [Function(nameof(DownloadBackup))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/backup")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        audit.Record(request, AuditActions.Backup);
        var snapshot = await backup.SnapshotAsync(request.HttpContext.RequestAborted);
        var name = string.Create(CultureInfo.InvariantCulture, $"voicebot-backup-{clock.GetUtcNow().UtcDateTime:yyyyMMdd'T'HHmmss}Z.db");
        return TypedResults.Stream(snapshot, "application/vnd.sqlite3", name);
    }
}
