using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;

namespace Voicebot.Core.Telemetry;

/// <summary>One attempt to ask the vendor, and the time that questions wait before.</summary>
public sealed class MeasuredVendorCall
{
    private static readonly Histogram<double> Durations = Measured.Meter.CreateHistogram<double>("http.client.request.duration", "s",
        "Time until ElevenLabs answers one attempt.");

    private static readonly Histogram<double> Waits = Measured.Meter.CreateHistogram<double>("voicebot.vendor.wait", "s",
        "Time that a question to ElevenLabs waits: for its place among those under way, or before it is asked again.");

    private readonly long began = Stopwatch.GetTimestamp();
    private readonly string template;
    private readonly Activity? activity;

    private MeasuredVendorCall(string template)
    {
        this.template = template;
        activity = Measured.Source.StartActivity($"GET {template}", ActivityKind.Client);
    }

    /// <summary>Null while nobody listens.</summary>
    public static MeasuredVendorCall? Begin(Uri? address) =>
        Durations.Enabled || Measured.Source.HasListeners() ? new MeasuredVendorCall(TemplateOf(address)) : null;

    /// <summary>What begins to wait; null while nobody listens.</summary>
    public static long? BeginWait() => Waits.Enabled ? Stopwatch.GetTimestamp() : null;

    public static void WaitedForPlace(long? began)
    {
        if (began is { } moment)
            Waits.Record(Measured.Since(moment), new KeyValuePair<string, object?>("reason", "place"));
    }

    /// <param name="kind">Of the answer that asks for it.</param>
    public static void WaitsToRetry(TimeSpan pause, string kind) =>
        Waits.Record(pause.TotalSeconds, new("reason", "retry"), new(Measured.ErrorType, kind));

    /// <param name="status">Null when there was no answer.</param>
    public void End(HttpStatusCode? status)
    {
        var tags = new TagList { { "http.request.method", "GET" }, { "url.template", template } };
        if (status is { } code)
            tags.Add("http.response.status_code", (int)code);
        var failed = status is null or >= HttpStatusCode.BadRequest;
        if (failed)
            tags.Add(Measured.ErrorType, status is { } told ? $"{(int)told}" : "no_answer");
        Durations.Record(Measured.Since(began), tags);
        if (activity is null)
            return;
        foreach (var (name, value) in tags)
            activity.SetTag(name, value);
        if (failed)
            activity.SetStatus(ActivityStatusCode.Error);
        activity.Dispose();
    }

    /// <summary>Without ids and a query: <c>/v1/convai/conversations/{id}/audio</c>.</summary>
    internal static string TemplateOf(Uri? address)
    {
        var parts = (address?.AbsolutePath ?? "").Split('/');
        for (var i = 0; i < parts.Length; i++)
            if (!Words.Contains(parts[i]))
                parts[i] = "{id}";
        return string.Join('/', parts);
    }

    private static readonly HashSet<string> Words = ["", "v1", "convai", "conversations", "agents", "audio", "user"];
}
