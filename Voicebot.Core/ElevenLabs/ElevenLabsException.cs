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
}

/// <summary>An error of the vendor's API as data. The message is fit for users: it says what happened and what to do.</summary>
public sealed class ElevenLabsException(ElevenLabsErrorKind kind, string message, Exception? inner = null) : Exception(message, inner)
{
    public ElevenLabsErrorKind Kind => kind;
    public HttpStatusCode? Status { get; init; }
    /// <summary>How long the vendor asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>A later attempt may succeed.</summary>
    public bool IsTransient => kind is ElevenLabsErrorKind.RateLimited or ElevenLabsErrorKind.Unavailable or ElevenLabsErrorKind.Malformed;

    /// <summary>No request with this key can succeed, so a whole run must stop.</summary>
    public bool ConcernsTheKey => kind is ElevenLabsErrorKind.KeyRefused or ElevenLabsErrorKind.PermissionMissing or ElevenLabsErrorKind.Quota;
}
