using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Auditing;
using Voicebot.Core.Conversations;
using Voicebot.Core.Csv;
using Voicebot.Core.Settings;
using Voicebot.Core.Time;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>The conversations of a filter as CSV, streamed.</summary>
public sealed class ExportCsv(VoicebotSettings settings, ConversationStore conversations, ConversationCsv csv, AuditLog audit, GuessGuard guesses)
{
    [Function(nameof(ExportCsv))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/export-csv")] HttpRequest request)
    {
        var query = QueryReader.Of(request);
        var current = settings.Current;
        var filter = FilterReader.Conditions(query, current);
        var name = query.OneOf("delimiter", CsvDelimiter.All.Select(delimiter => delimiter.Name));
        query.Finish();
        guesses.Check(request, filter);
        if (!conversations.Any(filter, request.HttpContext.RequestAborted))
            return Problem.NoData("that match").ToResult();
        var delimiter = CsvDelimiter.All.FirstOrDefault(one => one.Name == name) ?? CsvDelimiter.Semicolon;
        // Which conditions, not their values: one of them may be a telephone number.
        audit.Record(request, AuditActions.Export, FileName(filter.Period), string.Join(", ", request.Query.Keys.Order(StringComparer.Ordinal)));
        return TypedResults.Stream(
            output => csv.WriteAsync(output, filter, delimiter, current.MaskPhones, request.HttpContext.RequestAborted),
            "text/csv; charset=utf-8",
            FileName(filter.Period));
    }

    private static string FileName(Period period)
    {
        if (period.Month is { } month)
            return $"conversations_{month}.csv";
        return period is { From: null, To: null } ? "conversations.csv" : $"conversations_{period.From:yyyy-MM-dd}_{period.To:yyyy-MM-dd}.csv";
    }
}
