using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Auditing;
using Voicebot.Core.Conversations;
using Voicebot.Core.Csv;
using Voicebot.Core.Settings;
using Voicebot.Functions.Delivery;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>The conversations of a filter as CSV, streamed.</summary>
public sealed class ExportCsv(
    VoicebotSettings settings, VoicebotOptions options, ConversationStore conversations, ConversationCsv csv, AuditLog audit,
        GuessGuard guesses)
{
    [Function(nameof(ExportCsv))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/export-csv")] HttpRequest request)
    {
        var query = QueryReader.Of(request);
        var current = settings.Current;
        var filter = FilterReader.Conditions(query, current);
        var agents = FilterReader.AgentNames(query, current);
        var language = ExportParameters.Language.Of(query);
        var format = ExportParameters.Format(query) with { MaskPhones = current.MaskPhones, Page = PageAddress.Of(request, options) };
        query.Finish();
        guesses.Check(request, filter);
        if (!conversations.Any(filter, request.HttpContext.RequestAborted))
            return Problem.NoData("that match").ToResult();
        var name = DownloadName.Of(language, agents, filter, ".csv");
        // Which conditions, not their values: one of them may be a telephone number.
        audit.Record(request, AuditActions.Export, name, string.Join(", ", request.Query.Keys.Order(StringComparer.Ordinal)));
        Attachment.Name(request.HttpContext.Response, name);
        return TypedResults.Stream(output =>
            csv.WriteAsync(output, filter, format, request.HttpContext.RequestAborted), "text/csv; charset=utf-8");
    }
}
