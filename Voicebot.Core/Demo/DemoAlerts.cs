using Voicebot.Core.Alerts;

namespace Voicebot.Core.Demo;

/// <summary>What the demo's company wants to be told; the page has these names in both languages.</summary>
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
}
