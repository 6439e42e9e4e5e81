using Microsoft.Extensions.Configuration;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Telemetry;

/// <summary>Where the environment wants telemetry to go.</summary>
/// <param name="ToCollector">To an OpenTelemetry collector, as the usual OTEL_ variables say.</param>
/// <param name="ApplicationInsights">The connection string of Application Insights; null without it.</param>
public sealed record TelemetryWish(bool ToCollector, string? ApplicationInsights)
{
    private const string Prefix = "OTEL_";
    private const string Insights = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Null when nobody wants any; then nothing of it is loaded.</summary>
    /// <exception cref="InvalidConfigurationException">A value cannot be meant.</exception>
    public static TelemetryWish? Of(IConfiguration configuration)
    {
        if (string.Equals(configuration["OTEL_SDK_DISABLED"], "true", StringComparison.OrdinalIgnoreCase))
            return null;
        var wrong = new List<string>();
        var isAsked = false;
        foreach (var (name, value) in configuration.AsEnumerable())
        {
            if (!name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || string.IsNullOrWhiteSpace(value))
                continue;
            isAsked = true;
            if (name.EndsWith("_ENDPOINT", StringComparison.OrdinalIgnoreCase)
                && !(Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
                wrong.Add($"{name} should be the address of a collector such as http://localhost:4318."); // it may hold a token
        }
        var insights = configuration[Insights] is { Length: > 0 } text ? text.Trim() : null;
        if (insights is not null && !insights.Contains("InstrumentationKey=", StringComparison.OrdinalIgnoreCase))
            wrong.Add($"{Insights} should be the connection string that the portal shows for Application Insights.");
        if (wrong.Count > 0)
            throw new InvalidConfigurationException(wrong);
        return isAsked || insights is not null ? new TelemetryWish(isAsked, insights) : null;
    }
}
