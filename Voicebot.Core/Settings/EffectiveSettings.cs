using Voicebot.Core.Agents;
using Voicebot.Core.Conversations;
using Voicebot.Core.ElevenLabs;

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
    public required ReportingZone Zone { get; init; }
    public required SettingSource ZoneSource { get; init; }
    public required IReadOnlyList<Agent> Agents { get; init; }

    public IReadOnlyList<string> AgentIds => [.. Agents.Select(agent => agent.Id)];

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
    public string? WebhookSecret { get; init; }
    public Uri? BaseUrl { get; init; }
    public ReportingZone? Zone { get; init; }
    public IReadOnlyList<Agent>? Agents { get; init; }

    /// <summary>Without the members: secrets must not get into a log by mistake.</summary>
    public override string ToString() => nameof(SettingsChange);
}
