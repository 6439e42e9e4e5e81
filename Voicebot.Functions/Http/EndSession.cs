using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>Signs out; the session's token is worth nothing after that.</summary>
public sealed class EndSession(SignIn signIn)
{
    [Function(nameof(EndSession))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/session")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        signIn.End(request.HttpContext);
        return ApiJson.Ok(SessionResponse.Of(signIn.Mode, signIn.Mode == SignInMode.None ? Role.Owner : null));
    }
}
