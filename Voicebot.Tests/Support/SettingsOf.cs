using Voicebot.Core.Agents;
using Voicebot.Core.Settings;
using Voicebot.Core.Time;

namespace Voicebot.Tests.Support;

/// <summary>Settings as the readers of requests need them.</summary>
public static class SettingsOf
{
    /// <summary>Everything at its default, in UTC, with these agents, none of which is retired.</summary>
    public static EffectiveSettings Agents(params IEnumerable<string> ids) => new()
    {
        ApiKeySource = SettingSource.None,
        BaseUrl = new Uri("https://api.elevenlabs.io"),
        BaseUrlSource = SettingSource.Default,
        Zone = ReportingZone.Utc,
        ZoneSource = SettingSource.Default,
        Agents = [.. ids.Select(id => new Agent(id, null))],
    };
}
