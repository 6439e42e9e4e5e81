using Microsoft.AspNetCore.Http;
using Voicebot.Functions.Problems;

namespace Voicebot.Functions.Security;

/// <summary>Lets in who has signed in and may do what is asked for.</summary>
public sealed class AccessGuard(SignIn signIn)
{
    private static readonly Problem SignInRequired = new(StatusCodes.Status401Unauthorized, "sign_in_required",
        "Sign in first: in the browser on the page, in scripts with the header 'Authorization: Bearer' and the access key.");

    private static readonly Problem NotForViewer = new(StatusCodes.Status403Forbidden, "not_allowed_for_viewer",
        "The viewer's key may look, but not change, reveal or export. Sign in with the owner's access key for that.");

    /// <summary>Null when the request may pass; the caller is then known to the function.</summary>
    /// <exception cref="ProblemException">429 when the address has offered too many wrong keys.</exception>
    public Problem? Refusal(HttpContext http)
    {
        if (signIn.Mode != SignInMode.None && AccessRules.Needed(http.Request) is { } needed)
        {
            if (signIn.CallerOf(http) is not { } caller)
            {
                http.Response.Headers.WWWAuthenticate = "Bearer";
                return SignInRequired;
            }
            caller.Enter(http);
            return caller.Role < needed ? NotForViewer : null;
        }
        if (signIn.Mode == SignInMode.None)
            new Caller(Role.Owner).Enter(http);
        return null;
    }
}
