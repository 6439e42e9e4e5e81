using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Archiving;
using Voicebot.Core.Auditing;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

public sealed class DownloadArchive(ArchiveStore archives, Archiver archiver, AuditLog audit)
{
    [Function(nameof(DownloadArchive))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/download-csv/{id}")] HttpRequest request, string id)
    {
        QueryReader.Of(request).Finish();
        if (archives.Find(RouteValues.Number(id)) is not { } archive)
            return Problem.NotFound($"There is no archive {id}.").ToResult();
        if (archiver.PathOf(archive) is not { } path)
            return new Problem(StatusCodes.Status404NotFound, "archive_file_missing", $"The file of archive {id} is gone from the data folder. Archive {archive.Month} again to write it anew.").ToResult();
        audit.Record(request, AuditActions.ArchiveDownload, archive.FileName);
        return TypedResults.PhysicalFile(path, "text/csv; charset=utf-8", archive.FileName);
    }
}
