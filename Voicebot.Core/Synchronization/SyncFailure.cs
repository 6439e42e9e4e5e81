using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;

namespace Voicebot.Core.Synchronization;

/// <summary>Why a run ended early: a stable code for programs and a sentence for people.</summary>
public sealed record SyncFailure(string Code, string Message)
{
    public static SyncFailure WithoutKey { get; } =
        new(NotConfigured, "There is no ElevenLabs API key any more. Enter one in the settings and start the synchronisation again.");

    public const string NotConfigured = "not_configured";

    /// <summary>The key is good but sees none of the conversations that are stored here.</summary>
    public const string KeySeesNothing = "key_sees_nothing";

    /// <summary>ElevenLabs does not know the agent (any more).</summary>
    public const string AgentNotFound = "elevenlabs_agent_not_found";

    public const string InternalError = "internal_error";

    /// <summary>The code of a run whose list broke off, so that conversations may be missing.</summary>
    public const string ListIncomplete = "list_incomplete";

    /// <summary>The code of a run in which single details could not be read.</summary>
    public const string DetailsFailed = "details_failed";

    /// <summary>The code of a run that was ended after its time; the next one goes on from there.</summary>
    public const string TimeLimit = "time_limit";

    public const string StorageFailed = "storage_failed";

    public const string DiskFull = "disk_full";

    public const string KeyRefused = "elevenlabs_key_refused";
    public const string PermissionMissing = "elevenlabs_permission_missing";
    public const string Quota = "elevenlabs_quota";
    public const string RateLimited = "elevenlabs_rate_limited";
    public const string Unavailable = "elevenlabs_unavailable";

    /// <summary>A firewall or proxy answered in the vendor's place.</summary>
    public const string Network = "elevenlabs_network";

    /// <summary>The certificate of who answered is not trusted.</summary>
    public const string Certificate = "elevenlabs_certificate";

    /// <summary>Another program held the database for longer than a write waits.</summary>
    public const string StorageLocked = "storage_locked";

    public const string StorageReadOnly = "storage_read_only";
    public const string StorageUnreachable = "storage_unreachable";

    /// <summary>True for a reason that goes by itself, so that the same run may succeed a little later.</summary>
    public static bool Passes(string? code) =>
        code is ListIncomplete or StorageFailed or StorageLocked or StorageUnreachable
            or DiskFull or Network or Certificate or Unavailable or RateLimited;

    public static SyncFailure Of(Exception exception) => exception switch
    {
        AgentUnseenException unseen => new SyncFailure(unseen.Code, unseen.Message),
        ElevenLabsException error => new SyncFailure(CodeOf(error.Kind), error.Message),
        _ when StorageFault.IsDiskFull(exception) => new SyncFailure(DiskFull,
            "The disk of the data folder is full. Make room: the synchronisation then goes on by itself, and what was stored before is "
            + "safe."),
        _ when StorageFault.IsLocked(exception) => new SyncFailure(StorageLocked,
            "Another program (a database browser, a backup) or a long export held the database for too long. Close it there: the "
                + "synchronisation then goes on by itself, and what was stored before is safe."),
        _ when StorageFault.IsUnreachable(exception) => new SyncFailure(StorageUnreachable,
            "The database server did not answer. What was stored before is safe. A nightly synchronisation is tried again by itself; "
            + "start another one again when the server is back."),
        _ when StorageFault.IsReadOnly(exception) => new SyncFailure(StorageReadOnly,
            "The data folder may not be written. Give this program's user the right to write there, then start the synchronisation "
            + "again; what was stored before is safe."),
        _ when StorageFault.Is(exception) => new SyncFailure(StorageFailed,
            $"The database could not be written: {ForeignText.Clean(exception.Message)} Check the free space and the permissions of the "
            + "data folder, then start the synchronisation again; what was stored before is safe."),
        _ =>
            new SyncFailure(InternalError,
                "The synchronisation stopped because of an error in this program. Its log tells more; what was stored before is safe."),
    };

    /// <summary>The codes that the page translates.</summary>
    public static string CodeOf(ElevenLabsErrorKind kind) => kind switch
    {
        ElevenLabsErrorKind.KeyRefused => KeyRefused,
        ElevenLabsErrorKind.PermissionMissing => PermissionMissing,
        ElevenLabsErrorKind.Quota => Quota,
        ElevenLabsErrorKind.RateLimited => RateLimited,
        ElevenLabsErrorKind.Unavailable => Unavailable,
        ElevenLabsErrorKind.Network => Network,
        ElevenLabsErrorKind.Certificate => Certificate,
        ElevenLabsErrorKind.TooLarge => "elevenlabs_too_large",
        _ => "elevenlabs_unexpected",
    };
}
