using Microsoft.Data.Sqlite;
using Voicebot.Core.ElevenLabs;

namespace Voicebot.Core.Synchronization;

/// <summary>Why a run ended early: a stable code for programs and a sentence for people.</summary>
public sealed record SyncFailure(string Code, string Message)
{
    public static SyncFailure NotConfigured { get; } =
        new("not_configured", "There is no ElevenLabs API key any more. Enter one in the settings and start the synchronisation again.");

    /// <summary>The code of a run whose list broke off, so that conversations may be missing.</summary>
    public const string ListIncomplete = "list_incomplete";

    private const string StorageFailed = "storage_failed";

    /// <summary>True for a reason that goes by itself, so that the same run may succeed a little later.</summary>
    public static bool Passes(string? code) =>
        code is ListIncomplete or StorageFailed || code == CodeOf(ElevenLabsErrorKind.Unavailable) || code == CodeOf(ElevenLabsErrorKind.RateLimited);

    public static SyncFailure Of(Exception exception) => exception switch
    {
        ElevenLabsException error => new SyncFailure(CodeOf(error.Kind), error.Message),
        SqliteException or IOException or UnauthorizedAccessException => new SyncFailure(StorageFailed,
            $"The database could not be written: {exception.Message} Check the free space and the permissions of the data folder, then start the synchronisation again; what was stored before is safe."),
        _ => new SyncFailure("internal_error", "The synchronisation stopped because of an error in this program. Its log tells more; what was stored before is safe."),
    };

    /// <summary>The codes that the page translates.</summary>
    public static string CodeOf(ElevenLabsErrorKind kind) => kind switch
    {
        ElevenLabsErrorKind.KeyRefused => "elevenlabs_key_refused",
        ElevenLabsErrorKind.PermissionMissing => "elevenlabs_permission_missing",
        ElevenLabsErrorKind.Quota => "elevenlabs_quota",
        ElevenLabsErrorKind.RateLimited => "elevenlabs_rate_limited",
        ElevenLabsErrorKind.Unavailable => "elevenlabs_unavailable",
        _ => "elevenlabs_unexpected",
    };
}
