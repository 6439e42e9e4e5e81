using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Scheduling;
using Voicebot.Core.Settings;
using Voicebot.Functions.Demo;

namespace Voicebot.Functions.Responses;

/// <summary>The settings in force. The key itself is never part of it.</summary>
internal sealed record SettingsResponse(
    bool ApiKeySet, string? ApiKeyMasked, string ApiKeySource, bool WebhookSecretSet, string? AgentId, IReadOnlyList<AgentResponse> Agents,
        string TimeZone, string TimeZoneSource,
    string BaseUrl, string BaseUrlSource, IReadOnlyList<string> BaseUrls, string SyncSchedule, string ArchiveSchedule, bool Demo,
        bool DemoSwitch, string Version,
    bool MaskPhones, string MaskPhonesSource, int? RetentionTextsDays, string RetentionTextsSource, int? RetentionPhonesDays,
        string RetentionPhonesSource,
    bool FollowVendorDeletion, int CallbackDays, int CallbackPauseHours)
{
    public static SettingsResponse Of(EffectiveSettings settings, VoicebotOptions options, DemoSwitch demoSwitch) => new(
        settings.ApiKey is not null,
        settings.MaskedApiKey,
        Text(settings.ApiKeySource),
        settings.WebhookSecret is not null,
        settings.ActiveAgentIds is [var first, ..] ? first : null,
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
        Text(settings.RetentionPhonesSource),
        settings.FollowVendorDeletion,
        settings.CallbackDays,
        settings.CallbackPauseHours);

    private static string Text(SettingSource source) => source.ToString().ToLowerInvariant();
}

/// <summary>
/// An agent; <c>name</c> is the id until the name is known, and <c>label</c> tells it from another of the same name. One that is not
/// active is retired: it is not synchronised and stays in every figure.
/// </summary>
internal sealed record AgentResponse(string Id, string Name, bool Active, string Label);

internal sealed record AgentsResponse(IReadOnlyList<AgentResponse> Agents)
{
    public static AgentsResponse Of(EffectiveSettings settings) =>
        new([.. settings.Agents.Select(agent =>
        new AgentResponse(agent.Id, agent.DisplayName, !agent.IsRetired, agent.LabelAmong(settings.Agents)))]);
}

/// <summary>An agent of the account, to pick from; <c>configured</c> when it is synchronised here.</summary>
internal sealed record VendorAgentResponse(string Id, string Name, bool Configured);

internal sealed record VendorAgentsResponse(IReadOnlyList<VendorAgentResponse> Agents);
