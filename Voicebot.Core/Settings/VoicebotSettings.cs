using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using Voicebot.Core.Agents;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Figures;
using Voicebot.Core.Time;

namespace Voicebot.Core.Settings;

/// <summary>The settings in force: the environment first, then what is stored, then the default. The key is encrypted at rest.</summary>
public sealed class VoicebotSettings(Database database, VoicebotOptions options, IDataProtectionProvider protection,
    ILogger<VoicebotSettings> log)
{
    private readonly IDataProtector protector = protection.CreateProtector("Voicebot.ElevenLabs.ApiKey");

    private volatile Known? known;

    /// <summary>
    /// All settings in force. Read again when anything in the database has changed, so that other processes' changes are seen.
    /// </summary>
    public EffectiveSettings Current
    {
        get
        {
            var version = database.Version;
            if (known is { } kept && kept.Version == version)
                return kept.Settings;
            var settings = Read();
            known = new Known(version, settings);
            return settings;
        }
    }

    private EffectiveSettings Read() => database.Read(connection =>
    {
        var stored = options.ApiKey is null ? Secret(connection, SettingsStore.ApiKey, "API key") : null;
        var baseUrl = StoredBaseUrl(connection);
        var mask = SettingsStore.Get(connection, SettingsStore.MaskPhones);
        var texts = Days(connection, SettingsStore.RetentionTextsDays);
        var phones = Days(connection, SettingsStore.RetentionPhonesDays);
        var storedZone = SettingsStore.Get(connection, SettingsStore.TimeZone);
        return new EffectiveSettings
        {
            ApiKey = options.ApiKey ?? stored,
            ApiKeySource = options.ApiKey is not null
                ? SettingSource.Environment
                : stored is not null ? SettingSource.Stored : SettingSource.None,
            WebhookSecret = options.WebhookSecret ?? Secret(connection, SettingsStore.WebhookSecret, "webhook secret"),
            BaseUrl = options.BaseUrl ?? baseUrl ?? new Uri(ElevenLabsHosts.Global),
            BaseUrlSource = options.BaseUrl is not null
                ? SettingSource.Environment
                : baseUrl is not null ? SettingSource.Stored : SettingSource.Default,
            Zone = Zone(connection),
            ZoneSource = options.TimeZone is not null
                ? SettingSource.Environment
                : storedZone is not null ? SettingSource.Stored : SettingSource.Default,
            Agents = AgentStore.All(connection),
            MaskPhones = options.MaskPhones ?? mask != "false",
            MaskPhonesSource = Source(options.MaskPhones, mask),
            FollowVendorDeletion = FollowsVendorDeletion(connection),
            CallbackDays = Whole(connection, SettingsStore.CallbackDays, CallbackRule.MaxDays) ?? CallbackRule.DefaultDays,
            CallbackPauseHours = Whole(connection, SettingsStore.CallbackPauseHours, CallbackRule.MaxPauseHours)
                ?? CallbackRule.DefaultPauseHours,
            RetentionTextsDays = options.RetentionTextsDays ?? texts,
            RetentionTextsSource = Source(options.RetentionTextsDays, texts),
            RetentionPhonesDays = options.RetentionPhonesDays ?? phones,
            RetentionPhonesSource = Source(options.RetentionPhonesDays, phones),
        };
    });

    /// <summary>
    /// One of this computer serves tests, and counts no more once others can reach the program: it would let them reach its other
    /// services.
    /// </summary>
    private Uri? StoredBaseUrl(PreparedConnection connection) =>
        SettingsStore.Get(connection, SettingsStore.BaseUrl) is { } text
            ? ElevenLabsHosts.Accept(text, loopback: !options.IsExposed)
            : null;

    /// <summary>At start: says which stored settings are not in force.</summary>
    public void TellIgnored()
    {
        if (options is { IsExposed: true, BaseUrl: null }
            && database.Read(connection => SettingsStore.Get(connection, SettingsStore.BaseUrl) is not null
                && StoredBaseUrl(connection) is null))
            log.LogWarning("The stored base_url is an address of this computer, which is not used where others can reach the program; "
                + "{Host} is used instead. Choose the region again in the settings.", ElevenLabsHosts.Global);
    }

    /// <summary>
    /// The reporting zone, for use inside a transaction. Where a zone is stored that is not known here, the days stay those that they
    /// are counted in, until somebody chooses: no conversation moves to another month without a word.
    /// </summary>
    public ReportingZone Zone(PreparedConnection connection)
    {
        if (options.TimeZone is { } chosen)
            return chosen;
        if (SettingsStore.Get(connection, SettingsStore.TimeZone) is not { } stored)
            return ReportingZone.Utc;
        return ReportingZone.Find(stored) ?? ReportingZone.Find(DerivedState.Of(connection).ZoneId) ?? ReportingZone.Utc;
    }

    /// <summary>The stored zone that this system does not know, so that another is in force; null when all is well.</summary>
    public string? UnknownZone => options.TimeZone is not null ? null
        : database.Read(connection => SettingsStore.Get(connection, SettingsStore.TimeZone)) is { } stored
        && ReportingZone.Find(stored) is null ? stored : null;

    /// <summary>Whether texts that the vendor says it has deleted are forgotten here, too; for use inside a transaction.</summary>
    public bool FollowsVendorDeletion(PreparedConnection connection) =>
        SettingsStore.Get(connection, SettingsStore.FollowVendorDeletion) != "false";

    /// <summary>Stores what is given, all or nothing; a changed zone moves every conversation to its new local day.</summary>
    public void Save(SettingsChange change) => database.Write(connection =>
    {
        if (change.ApiKey is { } apiKey)
            SettingsStore.Set(connection, SettingsStore.ApiKey, protector.Protect(apiKey));
        if (change.WebhookSecret is { } secret)
            SettingsStore.Set(connection, SettingsStore.WebhookSecret, protector.Protect(secret));
        if (change.BaseUrl is { } baseUrl)
            SettingsStore.Set(connection, SettingsStore.BaseUrl, baseUrl.GetLeftPart(UriPartial.Authority));
        if (change.Zone is { } zone)
            SettingsStore.Set(connection, SettingsStore.TimeZone, zone.Id);
        if (change.Agents is { } agents)
            AgentStore.Replace(connection, agents);
        if (change.MaskPhones is { } mask)
            SettingsStore.Set(connection, SettingsStore.MaskPhones, mask ? "true" : "false");
        if (change.FollowVendorDeletion is { } follow)
            SettingsStore.Set(connection, SettingsStore.FollowVendorDeletion, follow ? "true" : "false");
        if (change.CallbackDays is { } callbackDays)
            SettingsStore.Set(connection, SettingsStore.CallbackDays, callbackDays.ToString(CultureInfo.InvariantCulture));
        if (change.CallbackPauseHours is { } pause)
            SettingsStore.Set(connection, SettingsStore.CallbackPauseHours, pause.ToString(CultureInfo.InvariantCulture));
        Keep(connection, SettingsStore.RetentionTextsDays, change.RetentionTexts);
        Keep(connection, SettingsStore.RetentionPhonesDays, change.RetentionPhones);
        MoveToZone(connection);
    });

    /// <summary>At start: the environment may name another zone than the one that the days were stored in.</summary>
    public void ApplyZone() => database.Write(MoveToZone);

    private void MoveToZone(PreparedConnection connection)
    {
        var zone = Zone(connection);
        var counted = DerivedState.Of(connection).ZoneId;
        var isChosen = options.TimeZone is not null || SettingsStore.Get(connection, SettingsStore.TimeZone) is not { } stored
            || ReportingZone.Find(stored) is not null;
        if (counted != zone.Id && (isChosen || counted.Length == 0))
            Recount.Rebuild(connection, zone);
    }

    private static SettingSource Source(object? environment, object? stored) =>
        environment is not null ? SettingSource.Environment : stored is not null ? SettingSource.Stored : SettingSource.Default;

    private int? Whole(PreparedConnection connection, string name, int most) => (int?)Usable<object>(connection, name, text =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number : null);

    private int? Days(PreparedConnection connection, string name) => (int?)Usable<object>(connection, name, text => Retention.Days(text));

    /// <summary>
    /// The stored value, or null when there is none or it makes no sense: it may have come with a file that somebody has changed.
    /// </summary>
    private T? Usable<T>(PreparedConnection connection, string name, Func<string, T?> read) where T : class
    {
        if (SettingsStore.Get(connection, name) is not { } text)
            return null;
        if (read(text) is { } value)
            return value;
        log.LogWarning("The stored setting {Name} cannot be used, so its default is in force. Set it again in the settings.", name);
        return null;
    }

    private static void Keep(PreparedConnection connection, string name, RetentionChange? change)
    {
        if (change is { Days: { } days })
            SettingsStore.Set(connection, name, days.ToString(CultureInfo.InvariantCulture));
        else if (change is not null)
            SettingsStore.Remove(connection, name);
    }

    /// <param name="what">What people call it, for the log.</param>
    private string? Secret(PreparedConnection connection, string name, string what)
    {
        if (SettingsStore.Get(connection, name) is not { } encrypted)
            return null;
        try
        {
            return protector.Unprotect(encrypted);
        }
        catch (CryptographicException)
        {
            log.LogWarning("The stored {What} cannot be decrypted because the key ring in {Folder} is missing or another one. Enter it "
                + "again in the settings.", what, options.KeyFolder);
            return null;
        }
    }

    private sealed record Known(long Version, EffectiveSettings Settings);
}
