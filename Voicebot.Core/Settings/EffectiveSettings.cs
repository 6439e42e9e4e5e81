using Voicebot.Core.Agents;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Time;

namespace Voicebot.Core.Settings;

/// <summary>Where a setting in force comes from.</summary>
public enum SettingSource
{
    None,
    Default,
    Stored,
    Environment,
}

/// <summary>The settings in force at one moment.</summary>
public sealed record EffectiveSettings
{
    public string? ApiKey { get; init; }
    public required SettingSource ApiKeySource { get; init; }
    /// <summary>Null while webhooks are off.</summary>
    public string? WebhookSecret { get; init; }
    public required Uri BaseUrl { get; init; }
    public required SettingSource BaseUrlSource { get; init; }
    /// <summary>People choose the region in the settings; the environment does not name it.</summary>
    public bool IsRegionChosen => BaseUrlSource != SettingSource.Environment;
    public required ReportingZone Zone { get; init; }
    public required SettingSource ZoneSource { get; init; }
    public required IReadOnlyList<Agent> Agents { get; init; }
    /// <summary>Clients' telephone numbers are shown masked, and whole only when somebody asks for one.</summary>
    public bool MaskPhones { get; init; } = true;
    public SettingSource MaskPhonesSource { get; init; } = SettingSource.Default;
    /// <summary>After so many days texts are forgotten; null keeps them.</summary>
    public int? RetentionTextsDays { get; init; }
    public SettingSource RetentionTextsSource { get; init; } = SettingSource.Default;
    /// <summary>After so many days telephone numbers are forgotten; null keeps them.</summary>
    public int? RetentionPhonesDays { get; init; }
    public SettingSource RetentionPhonesSource { get; init; } = SettingSource.Default;

    /// <summary>Texts that the vendor says it has deleted are forgotten here, too.</summary>
    public bool FollowVendorDeletion { get; init; } = true;

    /// <summary>How far back people are looked for who should be called back.</summary>
    public int CallbackDays { get; init; } = CallbackRule.DefaultDays;
    /// <summary>After so many hours one who did not answer comes back, in working time.</summary>
    public int CallbackPauseHours { get; init; } = CallbackRule.DefaultPauseHours;

    /// <summary>Active and retired ones: whatever counts and shows.</summary>
    public IReadOnlyList<string> AgentIds => [.. Agents.Select(agent => agent.Id)];

    /// <summary>What an agent is called; its id where it is not configured any more.</summary>
    public string AgentName(string id) => Agents.FirstOrDefault(agent => agent.Id == id)?.DisplayName ?? id;

    /// <summary>Those that ElevenLabs is asked for.</summary>
    public IReadOnlyList<string> ActiveAgentIds => [.. Agents.Where(agent => !agent.IsRetired).Select(agent => agent.Id)];

    /// <summary>Without the members: secrets must not get into a log by mistake.</summary>
    public override string ToString() => nameof(EffectiveSettings);

    /// <summary>Null without a key.</summary>
    public ElevenLabsConnection? Connection => ApiKey is { } key ? new ElevenLabsConnection(BaseUrl, key) : null;

    /// <summary>First and last four characters; <c>****</c> when the key is too short to show any, null without one.</summary>
    public string? MaskedApiKey => ApiKey switch
    {
        null => null,
        { Length: <= 12 } => "****",
        var key => $"{key[..4]}…{key[^4..]}",
    };
}

/// <summary>What to store; null leaves the stored value.</summary>
public sealed record SettingsChange
{
    public string? ApiKey { get; init; }
    /// <summary>Store nothing unless ElevenLabs takes the key.</summary>
    public bool TestKey { get; init; }
    public string? WebhookSecret { get; init; }
    public Uri? BaseUrl { get; init; }
    public ReportingZone? Zone { get; init; }
    public IReadOnlyList<Agent>? Agents { get; init; }
    public bool? MaskPhones { get; init; }
    public bool? FollowVendorDeletion { get; init; }
    public int? CallbackDays { get; init; }
    public int? CallbackPauseHours { get; init; }
    public RetentionChange? RetentionTexts { get; init; }
    public RetentionChange? RetentionPhones { get; init; }

    /// <summary>The names of what it changes, as in the API.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            (string Name, object? Value)[] fields =
            [
                ("api_key", ApiKey), ("webhook_secret", WebhookSecret), ("base_url", BaseUrl), ("time_zone", Zone), ("agents", Agents),
                ("mask_phones", MaskPhones),
                ("follow_vendor_deletion", FollowVendorDeletion),
                ("callback_days", CallbackDays), ("callback_pause_hours", CallbackPauseHours),
                ("retention_texts_days", RetentionTexts), ("retention_phones_days", RetentionPhones),
            ];
            return [.. fields.Where(one => one.Value is not null).Select(one => one.Name)];
        }
    }

    /// <summary>Without the members: secrets must not get into a log by mistake.</summary>
    public override string ToString() => nameof(SettingsChange);
}
