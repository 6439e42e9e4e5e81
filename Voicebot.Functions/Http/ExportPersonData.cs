using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Auditing;
using Voicebot.Core.Conversations;
using Voicebot.Core.Csv;
using Voicebot.Core.Phones;
using Voicebot.Core.Privacy;
using Voicebot.Core.Settings;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>Everything that is stored of one person, by telephone number, to hand out: JSON with the transcripts, or CSV.</summary>
public sealed class ExportPersonData(
    VoicebotSettings settings, VoicebotOptions options, PersonStore persons, ConversationStore conversations, ConversationCsv csv,
        AuditLog audit, TimeProvider clock)
{
    [Function(nameof(ExportPersonData))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/person-data")] HttpRequest request)
    {
        var query = QueryReader.Of(request);
        var phone = Parameters.Person.Of(query);
        var format = Parameters.Format.Of(query) ?? Parameters.Json;
        if (phone is null && !query.HasError("phone"))
            query.Refuse("phone", "is required, a telephone number of at least seven digits, or another whole address");
        else if (phone is not null && PhoneMatch.FaultOf(phone) is { } fault)
            query.Refuse("phone", fault);
        query.Finish();

        var found = persons.ByPhone(phone!);
        if (found.Count == 0)
            return Problem.NoData("with this number").ToResult();
        audit.Record(request, AuditActions.PersonExport, PhoneMask.Apply(phone), $"{found.Count} conversations, {format}");
        var ids = found.Select(one => one.ConversationId).ToList();
        request.HttpContext.Response.Headers.ContentDisposition = $"attachment; filename=person-data.{format}";
        if (format == Parameters.Csv)
            return TypedResults.Stream(
                output =>
                    csv.WriteAsync(output, new ConversationFilter { Ids = ids }, new CsvFormat { Page = PageAddress.Of(request, options) },
                    request.HttpContext.RequestAborted), "text/csv; charset=utf-8");
        var open = settings.Current with { MaskPhones = false };
        return ApiJson.Ok(new PersonDataResponse(
            phone!, open.Zone.Local(clock.GetUtcNow()),
            [.. ids.Select(conversations.Find).OfType<StoredConversation>().Select(one => ConversationDetailResponse.Of(one, open))],
            [.. persons.Notes(found).Select(note => PersonNoteResponse.Of(note, open.Zone))]));
    }
}
