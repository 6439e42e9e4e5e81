using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>Whether a sign-in is needed, and who is signed in; open to everybody.</summary>
public sealed class GetSession(SignIn signIn)
{
    [Function(nameof(GetSession))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/session")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        return ApiJson.Ok(SessionResponse.Of(signIn.Mode, signIn.CallerOf(request.HttpContext)?.Role));
    }
}
