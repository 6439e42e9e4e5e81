using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Security;

/// <summary>
/// Tokens of people who signed in: signed and encrypted by Data Protection, valid for twelve hours and as long as their key is in force.
/// </summary>
public sealed class SessionTokens(IDataProtectionProvider protection, VoicebotOptions options, StoredAccessKey stored, EndedSessions ended,
    TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private readonly IDataProtector protector = protection.CreateProtector("Voicebot.Session");

    private long Now => clock.GetUtcNow().ToUnixTimeSeconds();

    public string Issue(Role role) => protector.Protect(string.Create(CultureInfo.InvariantCulture,
        $"{role}|{Now + (long)Lifetime.TotalSeconds}|{KeyMark(role)}|{Guid.NewGuid():N}"));

    /// <summary>Null when the token is forged, expired, signed out, or of a key that is not in force any more.</summary>
    public Role? Read(string token) =>
        Parse(token) is { } session && session.Expires > Now && session.KeyMark == KeyMark(session.Role) && !ended.Contains(session.Id)
        ? session.Role : null;

    /// <summary>True for every token that was made here, also one that is worth nothing any more: who has it knew a key.</summary>
    public bool IsOurs(string token) => Parse(token) is not null;

    /// <summary>Ends the session, also for whoever copied its cookie; remembered until it would have expired.</summary>
    public void SignOut(string token)
    {
        if (Read(token) is not null && Parse(token) is { } session)
            ended.Add(session.Id, session.Expires);
    }

    private Session? Parse(string token)
    {
        try
        {
            return protector.Unprotect(token).Split('|') is [var role, var expires, var mark, var id]
                ? new Session(Enum.Parse<Role>(role), long.Parse(expires, CultureInfo.InvariantCulture), mark, id)
                : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null; // not one of ours
        }
    }

    /// <summary>A new key ends the sessions of the old one.</summary>
    private string KeyMark(Role role)
    {
        var key = role == Role.Viewer ? options.ViewerKey : options.AccessKey
            ?? (stored.Read() is { } made ? Convert.ToHexStringLower(made.Hash) : null);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("voicebot " + key)).AsSpan(0, 8));
    }

    private sealed record Session(Role Role, long Expires, string KeyMark, string Id);
}
