using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Archiving;
using Voicebot.Core.Auditing;
using Voicebot.Core.Conversations;
using Voicebot.Functions.Delivery;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>An archived file, to the byte as it was written; its name says in words what it holds.</summary>
public sealed class DownloadArchive(ArchiveStore archives, Archiver archiver, AuditLog audit)
{
    [Function(nameof(DownloadArchive))]
    public async Task<IResult> Run([
        HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/download-csv/{id}")] HttpRequest request, string id)
    {
        var query = QueryReader.Of(request);
        var language = ExportParameters.Language.Of(query);
        query.Finish();
        if (archives.Find(RouteValues.Number(id)) is not { } archive)
            return Problem.NotFound($"There is no archive {id}.").ToResult();
        if (await archiver.OpenAsync(archive, request.HttpContext.RequestAborted) is not { } file)
            return new Problem(StatusCodes.Status404NotFound, "archive_file_missing",
                $"The file of archive {id} is gone from where archives lie. Archive {archive.Month} again to write it anew.").ToResult();
        audit.Record(request, AuditActions.ArchiveDownload, archive.FileName);
        var filter = new ConversationFilter { AgentIds = [archive.AgentId], Period = archive.Period };
        Attachment.Name(request.HttpContext.Response, DownloadName.Of(language, [archive.AgentName ?? archive.AgentId], filter, ".csv"));
        return TypedResults.Stream(file, "text/csv; charset=utf-8");
    }
}
