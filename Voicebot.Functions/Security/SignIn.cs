using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Voicebot.Core.Settings;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Routing;

namespace Voicebot.Functions.Security;

/// <summary>Knows who a caller is: by the session cookie, a bearer token or key, or the platform's word.</summary>
public sealed class SignIn
{
    public const string CookieName = "voicebot_session";
    private const string Bearer = "Bearer ";
    private readonly AccessKeys keys;
    private readonly SessionTokens tokens;
    private readonly AttemptLimiter limiter;
    private readonly VoicebotOptions options;

    /// <exception cref="InvalidConfigurationException">Others could reach the program, and nothing would keep them out.</exception>
    public SignIn(AccessKeys keys, SessionTokens tokens, AttemptLimiter limiter, VoicebotOptions options)
    {
        (this.keys, this.tokens, this.limiter, this.options) = (keys, tokens, limiter, options);
        Mode = options.PlatformSignIn ? SignInMode.Platform : keys.HasOwner ? SignInMode.AccessKey : SignInMode.None;
        if (Mode == SignInMode.None && options.IsExposed)
            throw new InvalidConfigurationException([options.OnAzure
                ? "On Azure everybody could read the conversations. Turn on App Service Authentication, or set VOICEBOT_ACCESS_KEY: it "
                    + AccessKeyRule.Rule + "."
                : $"Listening on {options.ListenAddress} would let others read the conversations. Set VOICEBOT_ACCESS_KEY: it "
                    + $"{AccessKeyRule.Rule}; or start the local host once with --new-access-key, which makes one and shows it."]);
        if (Mode == SignInMode.None && options.ViewerKey is not null)
            throw new InvalidConfigurationException(
                ["VOICEBOT_VIEWER_KEY is set without VOICEBOT_ACCESS_KEY, so that nobody could sign in as the owner. Set both."]);
    }

    public SignInMode Mode { get; }

    /// <summary>Null when nobody is signed in.</summary>
    /// <exception cref="ProblemException">429 when the address has offered too many wrong keys.</exception>
    public Caller? CallerOf(HttpContext http)
    {
        if (Mode == SignInMode.None)
            return new Caller(Role.Owner);
        if (Mode == SignInMode.Platform && PlatformIdentity.Of(http.Request) is { } person)
            return person;
        if (http.Request.Cookies[CookieName] is { } cookie && tokens.Read(cookie) is { } session)
            return new Caller(session);
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return null;
        var given = header[Bearer.Length..].Trim();
        if (tokens.Read(given) is { } role)
            return new Caller(role);
        // The token of a session that is over is no guess.
        return !tokens.IsOurs(given) && RoleOf(http, given) is { } owner ? new Caller(owner) : null;
    }

    /// <summary>The role that the key stands for; null when it is wrong.</summary>
    /// <exception cref="ProblemException">429 when the address has offered too many wrong keys.</exception>
    public Role? RoleOf(HttpContext http, string key)
    {
        var address = AddressOf(http);
        if (limiter.WaitOf(address) is { } wait)
        {
            var seconds = (int)Math.Ceiling(wait.TotalSeconds);
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            throw new ProblemException(
                new Problem(StatusCodes.Status429TooManyRequests, "too_many_attempts",
                $"Too many wrong access keys came from this address. Try again in {seconds} seconds."));
        }
        if (keys.RoleOf(key) is { } role)
            return role;
        limiter.Failed(address);
        return null;
    }

    /// <summary>Begins a session: its cookie goes with the answer; the token is for pages on other sites, which get no cookie.</summary>
    public string Begin(HttpContext http, Role role)
    {
        var token = tokens.Issue(role);
        http.Response.Cookies.Append(CookieName, token, Cookie(http, SessionTokens.Lifetime));
        return token;
    }

    public void End(HttpContext http)
    {
        if (http.Request.Cookies[CookieName] is { } cookie)
            tokens.SignOut(cookie);
        var header = http.Request.Headers.Authorization.ToString();
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            tokens.SignOut(header[Bearer.Length..].Trim());
        http.Response.Cookies.Delete(CookieName, Cookie(http, null));
    }

    private CookieOptions Cookie(HttpContext http, TimeSpan? maxAge) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        // Behind a proxy that speaks TLS the request itself does not look like it; the browser's origin does.
        Secure = http.Request.IsHttps || options.OnAzure || http.Request.Headers.Origin.ToString()
            .StartsWith("https://", StringComparison.OrdinalIgnoreCase),
        Path = "/",
        MaxAge = maxAge,
    };

    /// <summary>
    /// The platform of Azure, and a proxy on this computer, append the caller's address; from anybody else such a header could
    /// say anything.
    /// </summary>
    private string AddressOf(HttpContext http)
    {
        var remote = http.Connection.RemoteIpAddress;
        var forwarded = http.Request.Headers["X-Forwarded-For"].ToString();
        var last = forwarded[(forwarded.LastIndexOf(',') + 1)..].Trim();
        // Each connection has a port of its own; what is no address was written by nobody that we trust.
        var isForwarded = options.OnAzure || (remote is not null && IPAddress.IsLoopback(remote));
        return CallerAddress.Of(isForwarded && IPEndPoint.TryParse(last, out var caller) ? caller.Address : remote);
    }
}
