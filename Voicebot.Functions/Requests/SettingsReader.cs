using System.Text.Json;
using Voicebot.Core.Agents;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Json;
using Voicebot.Core.Settings;
using Voicebot.Core.Time;

namespace Voicebot.Functions.Requests;

/// <summary>Reads a change of the settings; what is absent or blank stays as it is.</summary>
public static class SettingsReader
{
    private const int MaxKeyLength = 500;

    /// <param name="loopback">Whether a simulated vendor on this computer may be named: not when people from elsewhere can ask for
    /// it.</param>
    public static SettingsChange Read(BodyReader body, bool loopback = true)
    {
        var change = new SettingsChange
        {
            ApiKey = body.Value("api_key", MaxKeyLength, Secret, SecretRule.Stored),
            TestKey = body.Flag("test_key") ?? false,
            WebhookSecret = body.Value("webhook_secret", MaxKeyLength, Secret, SecretRule.Stored),
            BaseUrl = body.Value("base_url", 200, text =>
                ElevenLabsHosts.Accept(text, loopback), $"must be one of {string.Join(", ", ElevenLabsHosts.Known)}"),
            Zone = body.Value("time_zone", 64, ReportingZone.Find, "must be an IANA time zone, such as Europe/Warsaw"),
            Agents = Agents(body),
            MaskPhones = body.Flag("mask_phones"),
            FollowVendorDeletion = body.Flag("follow_vendor_deletion"),
            CallbackDays = body.Whole("callback_days", 1, CallbackRule.MaxDays),
            CallbackPauseHours = body.Whole("callback_pause_hours", 1, CallbackRule.MaxPauseHours),
            RetentionTexts = Days(body, "retention_texts_days"),
            RetentionPhones = Days(body, "retention_phones_days"),
        };
        body.Finish();
        return change;
    }

    private static string? Secret(string text) => SecretRule.IsGood(text) ? text : null;

    /// <summary>A JSON null switches the retention off; an absent member leaves it.</summary>
    private static RetentionChange? Days(BodyReader body, string name)
    {
        var days = body.Whole(name, Retention.MinDays, Retention.MaxDays);
        return body.IsGiven(name) ? new RetentionChange(days) : null;
    }

    private static List<Agent>? Agents(BodyReader body)
    {
        var single = body.Value("agent_id", 128, text =>
            Agent.IsId(text) ? text : null, "must be an agent id of letters, digits, '_' and '-'");
        if (body.Member("agents") is not { } list)
            return single is null ? null : [new Agent(single, null)];
        if (single is not null)
            body.Refuse("agent_id", "excludes 'agents'; give one of them");
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is 0 or > Agent.MaxAsked)
        {
            body.Refuse("agents", $"must be a list of 1 to {Agent.MaxActive} agents");
            return null;
        }
        if (list.EnumerateArray().SelectMany(UnknownMembers).FirstOrDefault() is { } unknown)
        {
            body.Refuse("agents",
                $"holds '{unknown}', which is no field of an agent; it has 'id', an optional 'name' and an optional 'active'");
            return null;
        }
        var agents = list.EnumerateArray().Select(Read).OfType<Agent>().ToList();
        if (agents.Count < list.GetArrayLength())
            body.Refuse("agents",
                $"must hold agent ids, or objects with 'id' and an optional 'name' of at most {Agent.MaxNameLength} characters");
        else if (agents.Count(agent => !agent.IsRetired) is 0 or > Agent.MaxActive)
            body.Refuse("agents", $"must hold 1 to {Agent.MaxActive} active agents; further ones may be retired ('active': false)");
        else if (agents.DistinctBy(agent => agent.Id).Count() < agents.Count)
            body.Refuse("agents", "names the same agent twice");
        return agents;
    }

    private static IEnumerable<string> UnknownMembers(JsonElement item) =>
        item.ValueKind != JsonValueKind.Object ? [] : item.EnumerateObject().Select(member => BodyReader.Shortened(member.Name))
            .Where(name => name is not ("id" or "name" or "active" or "label"));

    /// <summary>Null when it is neither an id nor an object with one.</summary>
    private static Agent? Read(JsonElement item)
    {
        var id = item.ValueKind == JsonValueKind.String ? item.GetString() : item.At("id") is { ValueKind: JsonValueKind.String } member
            ? member.GetString() : null;
        var name = item.At("name") is { } given ? given.ValueKind == JsonValueKind.String ? given.GetString()!.Trim() : null : "";
        var active = item.At("active") is { } flag
            ? flag.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => (bool?)null } : true;
        return id is not null && Agent.IsId(id) && name is { Length: <= Agent.MaxNameLength } && active is { } isActive
            ? new Agent(id, name.Length > 0 ? name : null) { IsRetired = !isActive }
            : null;
    }
}
