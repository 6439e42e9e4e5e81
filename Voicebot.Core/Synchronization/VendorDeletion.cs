using System.Text.Json;
using Voicebot.Core.Json;

namespace Voicebot.Core.Synchronization;

/// <summary>What a detail document itself says of its deletion by the vendor (<c>metadata.deletion_settings</c>).</summary>
internal static class VendorDeletion
{
    private static readonly string[] TextsGone = ["deleted_transcript_at_time_unix_secs", "deleted_logs_at_time_unix_secs"];

    /// <summary>The vendor has deleted the texts, and keeps the rest.</summary>
    public static bool OfTexts(JsonElement detail, DateTimeOffset now) => TextsGone.Any(name => IsPast(detail, name, now));

    /// <summary>For a document that the vendor no longer has: it was to be deleted by now.</summary>
    public static bool OfAll(JsonElement detail, DateTimeOffset now) =>
        OfTexts(detail, now) || IsPast(detail, "deletion_time_unix_secs", now);

    private static bool IsPast(JsonElement detail, string name, DateTimeOffset now) =>
        detail.Instant("metadata", "deletion_settings", name) is { } instant && instant <= now.ToUnixTimeSeconds();
}
