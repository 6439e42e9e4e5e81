using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Auditing;
using Voicebot.Core.Conversations;
using Voicebot.Core.Settings;
using Voicebot.Core.Spreadsheets;
using Voicebot.Functions.Delivery;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>The conversations of a filter, their KPIs, days and criteria as a workbook for Excel, streamed.</summary>
public sealed class ExportXlsx(
    VoicebotSettings settings, VoicebotOptions options, ConversationStore conversations, ConversationWorkbook workbook, AuditLog audit,
        GuessGuard guesses)
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Function(nameof(ExportXlsx))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/export-xlsx")] HttpRequest request)
    {
        var query = QueryReader.Of(request);
        var current = settings.Current;
        var filter = FilterReader.Conditions(query, current);
        var agents = FilterReader.AgentNames(query, current);
        var language = ExportParameters.Language.Of(query);
        query.Finish();
        guesses.Check(request, filter);
        if (!conversations.Any(filter, request.HttpContext.RequestAborted))
            return Problem.NoData("that match").ToResult();
        var name = DownloadName.Of(language, agents, filter, ".xlsx");
        // Which conditions, not their values: one of them may be a telephone number.
        audit.Record(request, AuditActions.Export, name, string.Join(", ", request.Query.Keys.Order(StringComparer.Ordinal)));
        Attachment.Name(request.HttpContext.Response, name);
        // The zip's own small parts are written without waiting; the rows are not.
        if (request.HttpContext.Features.Get<IHttpBodyControlFeature>() is { } body)
            body.AllowSynchronousIO = true;
        var page = PageAddress.Of(request, options);
        return TypedResults.Stream(output =>
            workbook.WriteAsync(output, filter, language, page, current.MaskPhones, request.HttpContext.RequestAborted), MediaType);
    }
}
