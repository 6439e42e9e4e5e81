using System.ComponentModel;
using System.Globalization;
using Voicebot.Core.Alerts;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Responses;

/// <summary>The channels of alerts in the order in which they were made.</summary>
internal sealed record AlertChannelsResponse(IReadOnlyList<AlertChannelResponse> Channels);

/// <summary>One channel, without its secrets; what does not belong to its kind is null.</summary>
internal sealed record AlertChannelResponse(
    long Id,
    string Name,
    [property: Description("email, teams, slack or webhook.")] string Kind,
    [property: Description("The server that is posted to; the rest of the address is not told.")] string? Server,
    [property: Description("An address, a password or a signing secret is stored.")] bool SecretSet,
    string? Host,
    int? Port,
    string? Security,
    string? User,
    string? From,
    IReadOnlyList<string>? To,
    string Language,
    bool Private,
    int MostPerHour,
    [property: Description("HH:MM in the reporting zone.")] string? QuietFrom,
    string? QuietTo,
    bool Enabled,
    DateTimeOffset ChangedAt)
{
    public static AlertChannelResponse Of(AlertChannel channel, EffectiveSettings settings)
    {
        var known = channel.Settings;
        return new AlertChannelResponse(channel.Id, channel.Name, channel.Kind,
            Uri.TryCreate(channel.Secret.Url, UriKind.Absolute, out var url) ? url.Authority : null,
            channel.Secret.Key is not null || channel.Secret.Url is not null && channel.Kind != ChannelKind.Webhook,
            known.Host, known.Port, known.Security, known.User, known.From, known.To, channel.Language, channel.Private,
            channel.MostPerHour, Time(channel.QuietFrom), Time(channel.QuietTo), channel.Enabled, settings.Zone.Local(channel.ChangedAt));
    }

    private static string? Time(int? minute) =>
        minute is { } known ? new TimeOnly(known / 60, known % 60).ToString("HH:mm", CultureInfo.InvariantCulture) : null;
}

/// <summary>What became of a test.</summary>
internal sealed record AlertTestResponse(
    bool Delivered,
    [property: Description("What the other side answered, in a few words.")] string Answer);
