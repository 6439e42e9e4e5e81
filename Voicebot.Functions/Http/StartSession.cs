using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Auditing;
using Voicebot.Core.Settings;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>Signs in with an access key.</summary>
public sealed class StartSession(SignIn signIn, RequestGuard guard, AuditLog audit)
{
    [Function(nameof(StartSession))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/session")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        var body = await BodyReader.ReadAsync(request);
        var key = body.Text("access_key", AccessKeyRule.MaxLength);
        if (key is null)
            body.Refuse("access_key", $"is required, a text of at most {AccessKeyRule.MaxLength} characters");
        body.Finish();
        if (signIn.Mode == SignInMode.None)
            return ApiJson.Ok(SessionResponse.Of(signIn.Mode, Role.Owner));
        if (signIn.RoleOf(request.HttpContext, key!) is not { } role)
            return new Problem(StatusCodes.Status401Unauthorized, "wrong_access_key",
                "This is not the access key. Copy it again, whole and without spaces.").ToResult();
        audit.Record(Caller.Text(role), null, AuditActions.SignIn);
        var token = signIn.Begin(request.HttpContext, role);
        // A page on another site gets no cookie, so it is given the token itself; our own page must not be able to read it.
        return ApiJson.Ok(SessionResponse.Of(signIn.Mode, role) with
        {
            Token = guard.IsAllowed(request.Headers.Origin.ToString())
            ? token : null
        });
    }
}
