using System.Runtime.CompilerServices;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Voicebot.Core.Telemetry;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Telemetry;

/// <summary>Sends traces, metrics and logs where the environment wants them.</summary>
public static class TelemetryExport
{
    private const string ServiceName = "voicebot-dashboard";

    /// <param name="isWorker">The Functions host starts the program, and should not send the logs a second time.</param>
    /// <exception cref="Core.Settings.InvalidConfigurationException">The environment cannot be meant.</exception>
    public static IServiceCollection AddTelemetryExport(this IServiceCollection services, IConfiguration configuration, bool isWorker)
    {
        if (TelemetryWish.Of(configuration) is { } wish)
            Add(services, wish, configuration, isWorker);
        return services;
    }

    /// <summary>Apart, so that the libraries are loaded only where they are used.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Add(IServiceCollection services, TelemetryWish wish, IConfiguration configuration, bool isWorker)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource =>
            {
                if (string.IsNullOrWhiteSpace(configuration["OTEL_SERVICE_NAME"]))
                    resource.AddService(ServiceName, serviceVersion: ProductVersion.Text);
            })
            .WithTracing(traces => traces.AddSource(Measured.Name))
            .WithMetrics(metrics => metrics.AddMeter(Measured.Name, "System.Runtime"))
            .WithLogging(logs => logs.AddProcessor(new PlainLogs()), options =>
            {
                options.IncludeFormattedMessage = false;
                options.IncludeScopes = false;
            });
        if (wish.ToCollector)
            telemetry.UseOtlpExporter();
        if (wish.ApplicationInsights is { } insights)
            telemetry.UseAzureMonitorExporter(exporter =>
            {
                exporter.ConnectionString = insights;
                exporter.DisableOfflineStorage = true; // the disk may be read only, and is not theirs
                exporter.EnableLiveMetrics = false;
            });
        if (isWorker)
            telemetry.UseFunctionsWorkerDefaults();
        services.AddHostedService<StateGauges>();
    }
}
