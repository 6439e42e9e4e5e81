using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Voicebot.Core.Telemetry;

/// <summary>A synchronisation at work here; its requests to the vendor are parts of it.</summary>
public sealed class MeasuredRun : IDisposable
{
    private static readonly Histogram<double> Durations = Measured.Meter.CreateHistogram<double>("voicebot.sync.duration", "s",
        "Time that a synchronisation works, by how it ends.");

    private static readonly AsyncLocal<MeasuredRun?> Current = new();

    private readonly long began = Stopwatch.GetTimestamp();
    private readonly string syncType;
    private readonly Activity? activity;
    private string status = "interrupted";
    private string? error;

    private MeasuredRun(string syncType)
    {
        this.syncType = syncType;
        activity = Measured.Source.StartActivity("sync");
    }

    /// <summary>Null while nobody listens.</summary>
    public static MeasuredRun? Begin(string syncType) =>
        Current.Value = Durations.Enabled || Measured.Source.HasListeners() ? new MeasuredRun(syncType) : null;

    /// <summary>The run that is carried here has ended so.</summary>
    /// <param name="errorCode">Why it did not end well; null when it did.</param>
    public static void Ended(string status, string? errorCode)
    {
        if (Current.Value is { } run)
            (run.status, run.error) = (status, errorCode);
    }

    public void Dispose()
    {
        Current.Value = null;
        var tags = new TagList { { "voicebot.sync.type", syncType }, { "voicebot.sync.status", status } };
        if (error is not null)
            tags.Add(Measured.ErrorType, error);
        Durations.Record(Measured.Since(began), tags);
        if (activity is null)
            return;
        foreach (var (name, value) in tags)
            activity.SetTag(name, value);
        if (error is not null)
            activity.SetStatus(ActivityStatusCode.Error);
        activity.Dispose();
    }
}
