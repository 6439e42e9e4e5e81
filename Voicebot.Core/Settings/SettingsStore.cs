using Dapper;
using Voicebot.Core.Data;

namespace Voicebot.Core.Settings;

/// <summary>The stored settings, as text by name.</summary>
public static class SettingsStore
{
    public const string ApiKey = "api_key_protected";
    public const string WebhookSecret = "webhook_secret_protected";
    public const string BaseUrl = "base_url";
    public const string TimeZone = "time_zone";
    public const string MaskPhones = "mask_phones";
    public const string RetentionTextsDays = "retention_texts_days";
    public const string RetentionPhonesDays = "retention_phones_days";

    public const string FollowVendorDeletion = "follow_vendor_deletion";
    public const string CallbackDays = "callback_days";
    public const string CallbackPauseHours = "callback_pause_hours";

    public static string? Get(PreparedConnection connection, string name) =>
        connection.ExecuteScalar<string?>("SELECT value FROM settings WHERE name = @name", new { name });

    public static void Set(PreparedConnection connection, string name, string value) =>
        connection.Execute("INSERT INTO settings (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = "
            + "excluded.value", new { name, value });

    public static void Remove(PreparedConnection connection, string name) =>
        connection.Execute("DELETE FROM settings WHERE name = @name", new { name });
}
