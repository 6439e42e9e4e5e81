using Microsoft.AspNetCore.Http;

namespace Voicebot.Functions.Security;

/// <summary>Who sends a request. The name is known only where the platform signs people in.</summary>
public sealed record Caller(Role Role, string? Name = null)
{
    private static readonly object Key = new();

    /// <summary>As written in the API and the audit log.</summary>
    public string RoleText => Text(Role);

    public static string Text(Role role) => role == Role.Owner ? "owner" : "viewer";

    /// <summary>Who was let in; the pipeline has decided it before any function runs.</summary>
    public static Caller Of(HttpContext http) =>
        http.Items[Key] as Caller ?? throw new InvalidOperationException("The request did not go through the pipeline.");

    /// <summary>False on addresses that are open to everybody.</summary>
    public static bool IsKnown(HttpContext http) => http.Items.ContainsKey(Key);

    internal void Enter(HttpContext http) => http.Items[Key] = this;
}
