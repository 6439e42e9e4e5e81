using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Scheduling;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Responses;

/// <summary>The settings in force. The key itself is never part of it.</summary>
internal sealed record SettingsResponse(
    bool ApiKeySet, string? ApiKeyMasked, string ApiKeySource, bool WebhookSecretSet, string? AgentId, IReadOnlyList<AgentResponse> Agents, string TimeZone, string TimeZoneSource,
    string BaseUrl, string BaseUrlSource, IReadOnlyList<string> BaseUrls, string SyncSchedule, string ArchiveSchedule, bool Demo, bool DemoSwitch, string Version,
    bool MaskPhones, string MaskPhonesSource, int? RetentionTextsDays, string RetentionTextsSource, int? RetentionPhonesDays, string RetentionPhonesSource)
{
    public static SettingsResponse Of(EffectiveSettings settings, VoicebotOptions options, DemoSwitch demoSwitch) => new(
        settings.ApiKey is not null,
        settings.MaskedApiKey,
        Text(settings.ApiKeySource),
        settings.WebhookSecret is not null,
        settings.Agents.Count > 0 ? settings.Agents[0].Id : null,
        AgentsResponse.Of(settings).Agents,
        settings.Zone.Id,
        Text(settings.ZoneSource),
        settings.BaseUrl.GetLeftPart(UriPartial.Authority),
        Text(settings.BaseUrlSource),
        ElevenLabsHosts.Known,
        options.Schedules.Of(Jobs.SyncTrigger).Text,
        options.Schedules.Of(Jobs.ArchiveTrigger).Text,
        options.Demo,
        demoSwitch.IsPossibleFor(options),
        ProductVersion.Text,
        settings.MaskPhones,
        Text(settings.MaskPhonesSource),
        settings.RetentionTextsDays,
        Text(settings.RetentionTextsSource),
        settings.RetentionPhonesDays,
        Text(settings.RetentionPhonesSource));

    private static string Text(SettingSource source) => source.ToString().ToLowerInvariant();
}

/// <summary>A configured agent; <c>name</c> is the id until the name is known.</summary>
internal sealed record AgentResponse(string Id, string Name);

internal sealed record AgentsResponse(IReadOnlyList<AgentResponse> Agents)
{
    public static AgentsResponse Of(EffectiveSettings settings) => new([.. settings.Agents.Select(agent => new AgentResponse(agent.Id, agent.DisplayName))]);
}

/// <summary>An agent of the account, to pick from.</summary>
internal sealed record VendorAgentResponse(string Id, string Name, bool Configured);

internal sealed record VendorAgentsResponse(IReadOnlyList<VendorAgentResponse> Agents);
