using Voicebot.Core.Alerts;
using Voicebot.Core.Digests;

namespace Voicebot.Core.Demo;

/// <summary>What the demo's company wants to be told, and how; the page has the names of its rules in both languages.</summary>
internal static class DemoAlerts
{
    public static IReadOnlyList<AlertRule> Rules { get; } =
    [
        new()
        {
            Kind = AlertKind.Figure,
            Name = "Many conversations break off",
            Definition = new AlertDefinition
            {
                Figure = "dropout_rate", Operator = AlertOperator.Above, Value = 12, Days = 7, LeastN = AlertDefinition.DefaultLeastN,
            },
        },
        new()
        {
            Kind = AlertKind.Conversations,
            Name = "Somebody rated 1 or 2",
            Definition = new AlertDefinition { Filters = new Dictionary<string, string> { ["rating_max"] = "2" } },
        },
    ];

    /// <summary>Switched off: nothing of the demo is sent. Its digest can be looked at.</summary>
    public static AlertChannel Mail { get; } = new()
    {
        Kind = ChannelKind.Email,
        Name = "E-mail",
        Settings = new ChannelSettings
        {
            Host = "smtp.example.com",
            Port = 465,
            Security = "tls",
            From = "voicebot@example.com",
            To = ["team@example.com"],
        },
        Secret = new ChannelSecret(),
        Language = "pl",
        Private = true,
        Enabled = false,
    };

    public static Digest Digest(AlertChannel mail) => new()
    {
        Name = "Voicebot",
        Period = DigestPeriod.Week,
        ChannelId = mail.Id,
        Recipients = [new DigestRecipient("team@example.com", "pl"), new DigestRecipient("board@example.com", "en")],
        Enabled = false,
    };
}
