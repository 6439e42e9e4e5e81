using Voicebot.Functions.Security;

namespace Voicebot.Functions.Responses;

/// <summary>
/// <c>sign_in</c> is none, access_key or platform; <c>role</c> owner, viewer or null; <c>token</c> is given to an allowed page on another
/// site only.
/// </summary>
internal sealed record SessionResponse(string SignIn, string? Role, string? Token = null)
{
    public static SessionResponse Of(SignInMode mode, Role? role) => new(
        mode switch { SignInMode.AccessKey => "access_key", SignInMode.Platform => "platform", _ => "none" },
        role is { } known ? Caller.Text(known) : null);
}

internal sealed record LiveResponse(string Status);
