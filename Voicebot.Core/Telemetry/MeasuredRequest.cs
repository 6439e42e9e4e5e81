using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Voicebot.Core.Telemetry;

/// <summary>A request that is answered here: its method, the template of its address, and its status.</summary>
public sealed class MeasuredRequest
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    private static readonly Histogram<double> Durations = Measured.Meter.CreateHistogram<double>("http.server.request.duration", "s",
        "Time until a request is answered.");

    private readonly long began = Stopwatch.GetTimestamp();
    private readonly string method;
    private readonly string route;
    private readonly Activity? activity;

    private MeasuredRequest(string method, string route, string? parent)
    {
        this.method = Methods.Contains(method) ? method : "_OTHER";
        this.route = route;
        ActivityContext.TryParse(parent, null, out var context);
        Activity.Current = null; // the web server has one of its own, which nobody records, and so nobody would record its parts
        activity = Measured.Source.StartActivity($"{this.method} {route}", ActivityKind.Server, context);
    }

    /// <param name="route">Tells the template of the address.</param>
    /// <param name="parent">The caller's trace, as in the header <c>traceparent</c>.</param>
    /// <returns>Null while nobody listens.</returns>
    public static MeasuredRequest? Begin(string method, Func<string> route, string? parent) =>
        Durations.Enabled || Measured.Source.HasListeners() ? new MeasuredRequest(method, route(), parent) : null;

    public void End(int status)
    {
        var tags = new TagList
        {
            { "http.request.method", method }, { "http.route", route }, { "http.response.status_code", status },
        };
        if (status >= 500)
            tags.Add(Measured.ErrorType, $"{status}");
        Durations.Record(Measured.Since(began), tags);
        if (activity is null)
            return;
        foreach (var (name, value) in tags)
            activity.SetTag(name, value);
        if (status >= 500)
            activity.SetStatus(ActivityStatusCode.Error);
        activity.Dispose();
    }
}
