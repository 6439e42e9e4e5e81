using System.Net;

namespace Voicebot.Core.ElevenLabs;

/// <summary>What kind of trouble the vendor's API reported; decides whether a retry helps and what the user is told.</summary>
public enum ElevenLabsErrorKind
{
    /// <summary>The key is wrong, missing, or is a key id instead of the secret.</summary>
    KeyRefused,
    /// <summary>The key is good but lacks a permission, usually <c>convai_read</c>.</summary>
    PermissionMissing,
    /// <summary>Credits or payment.</summary>
    Quota,
    NotFound,
    /// <summary>The request was refused as malformed (400, 422).</summary>
    Invalid,
    RateLimited,
    /// <summary>408, 409, 5xx, a broken connection, a time-out, an open circuit.</summary>
    Unavailable,
    /// <summary>The answer was no JSON, or not of the expected shape.</summary>
    Malformed,
    /// <summary>A firewall, proxy or portal answered in the vendor's place, or the network lets nothing through.</summary>
    Network,
    /// <summary>Who answered has a certificate that this computer does not trust.</summary>
    Certificate,
    /// <summary>The answer was larger than any real one.</summary>
    TooLarge,
}

/// <summary>
/// An error of the vendor's API as data. The message is fit for users: it says what happened and what to do. There is no inner exception:
/// those of the network and of JSON quote what was sent, and logs print them.
/// </summary>
public sealed class ElevenLabsException(ElevenLabsErrorKind kind, string message) : Exception(message)
{
    public ElevenLabsErrorKind Kind => kind;
    public HttpStatusCode? Status { get; init; }
    /// <summary>How long the vendor asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The vendor no longer knows the place in the list from which it was to go on.</summary>
    public bool IsCursorRefused { get; init; }

    /// <summary>A later attempt may succeed.</summary>
    public bool IsTransient => kind is ElevenLabsErrorKind.RateLimited or ElevenLabsErrorKind.Malformed || IsOutage;

    /// <summary>Nobody answers at the moment, or somebody else: true of every request, not of this one.</summary>
    public bool IsOutage => kind is ElevenLabsErrorKind.Unavailable or ElevenLabsErrorKind.Network;

    /// <summary>No request with this key can succeed, so a whole run must stop.</summary>
    public bool ConcernsTheKey =>
        kind is ElevenLabsErrorKind.KeyRefused or ElevenLabsErrorKind.PermissionMissing or ElevenLabsErrorKind.Quota;
}
