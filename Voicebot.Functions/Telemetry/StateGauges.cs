using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Health;
using Voicebot.Core.Synchronization;
using Voicebot.Core.Telemetry;

namespace Voicebot.Functions.Telemetry;

/// <summary>How long the queue is and what stands in the way, looked at whenever metrics are collected.</summary>
internal sealed class StateGauges(SyncRunStore runs, HealthProblems health, ElevenLabsClients clients) : IHostedService
{
    private readonly Meter meter = new(Measured.Name);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        meter.CreateObservableGauge("voicebot.sync.open", () => Known(() => [new Measurement<int>(runs.OpenCount)]), "{run}",
            "Synchronisations that wait or work, of all instances.");
        meter.CreateObservableGauge("voicebot.vendor.concurrency", () => clients.Concurrency.Limit, "{request}",
            "Requests to ElevenLabs that may be under way at once.");
        meter.CreateObservableGauge("voicebot.problems", Problems, "{problem}", "What stands in the way, by code and severity.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        meter.Dispose();
        return Task.CompletedTask;
    }

    private IEnumerable<Measurement<int>> Problems() => Known(() =>
    [
        .. HealthProblems.Of(health.Facts()).GroupBy(problem => (problem.Code, problem.Severity))
            .Select(group => new Measurement<int>(group.Count(), new("code", group.Key.Code),
                new("severity", group.Key.Severity.ToString().ToLowerInvariant()))),
    ]);

    /// <summary>Nothing where the database cannot be asked: that is told otherwise.</summary>
    private static IReadOnlyList<Measurement<int>> Known(Func<IReadOnlyList<Measurement<int>>> look)
    {
        try
        {
            return look();
        }
        catch (Exception exception) when (StorageFault.Is(exception))
        {
            return [];
        }
    }
}
