using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Auditing;
using Voicebot.Core.Phones;
using Voicebot.Core.Privacy;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>
/// Erases one conversation, or all of a person by telephone number, and reports what went; <c>dry_run</c> only counts. 200 when nothing of
/// it
/// can be read any more, 202 while that goes on.
/// </summary>
public sealed class EraseData(Eraser eraser, ErasureSweep sweep, AuditLog audit)
{
    private const int MaxLength = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Function(nameof(EraseData))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/erase")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        var body = await BodyReader.ReadAsync(request);
        var conversationId = body.Text("conversation_id", MaxLength);
        var phone = body.Text("phone", MaxLength);
        if (phone is not null && PhoneMatch.FaultOf(phone) is { } fault)
            body.Refuse("phone", fault);
        var dryRun = body.Flag("dry_run") ?? false;
        if (conversationId is not null && body.IsGiven("phone"))
            body.Refuse("phone", "excludes 'conversation_id'; give one of them");
        else if (conversationId is null && !body.IsGiven("phone") && !body.HasError("conversation_id"))
            body.Refuse("conversation_id", "or 'phone' is required");
        else if (conversationId is null && phone is null && body.IsGiven("phone") && !body.HasError("phone"))
            body.Refuse("phone", "must not be empty");
        body.Finish();

        var (kind, subject) = conversationId is not null ? (ErasureKind.Conversation, conversationId) : (ErasureKind.Person, phone!);
        if (dryRun)
            return ApiJson.Ok(await eraser.CountAsync(kind, subject, request.HttpContext.RequestAborted));
        audit.Record(request, AuditActions.Erase, kind == ErasureKind.Person ? PhoneMask.Apply(subject) : subject);
        var report = await sweep.EraseAsync(kind, subject, Patience);
        return ApiJson.Of(report, report.Finished ? StatusCodes.Status200OK : StatusCodes.Status202Accepted);
    }
}
