using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Auditing;
using Voicebot.Core.Phones;
using Voicebot.Core.Privacy;
using Voicebot.Core.Recordings;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>Erases one conversation, or all of a person by telephone number, and reports what went; <c>dry_run</c> only counts.</summary>
public sealed class EraseData(Eraser eraser, RecordingCache recordings, AuditLog audit)
{
    private const int MaxLength = 200;

    [Function(nameof(EraseData))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/erase")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        var body = await BodyReader.ReadAsync(request);
        var conversationId = body.Text("conversation_id", MaxLength);
        var phone = body.Value("phone", MaxLength, text => PhoneMatch.Normal(text) is null ? null : text, "must be a telephone number of at least seven digits, or another whole address");
        var dryRun = body.Flag("dry_run") ?? false;
        if (conversationId is not null && body.IsGiven("phone"))
            body.Refuse("phone", "excludes 'conversation_id'; give one of them");
        else if (conversationId is null && !body.IsGiven("phone") && !body.HasError("conversation_id"))
            body.Refuse("conversation_id", "or 'phone' is required");
        else if (conversationId is null && phone is null && body.IsGiven("phone") && !body.HasError("phone"))
            body.Refuse("phone", "must not be empty");
        body.Finish();

        if (!dryRun)
            audit.Record(request, AuditActions.Erase, conversationId ?? PhoneMask.Apply(phone));
        var report = conversationId is not null
            ? await eraser.EraseConversationAsync(conversationId, dryRun, request.HttpContext.RequestAborted)
            : await eraser.ErasePersonAsync(phone!, dryRun, request.HttpContext.RequestAborted);
        if (!dryRun)
            recordings.Clear();
        return ApiJson.Ok(report);
    }
}
