using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Voicebot.Core.Telemetry;

/// <summary>
/// What is told of the program's work to whoever listens; nothing is made of it while nobody does. Only what is named here leaves: kinds,
/// codes, templates of addresses, numbers and times, and never a value that came from outside.
/// </summary>
public static class Measured
{
    /// <summary>Of the traces and of the metrics.</summary>
    public const string Name = "Voicebot";

    /// <summary>An answer's or a statement's kind of failure, or a status; as OpenTelemetry calls it.</summary>
    internal const string ErrorType = "error.type";

    internal static readonly ActivitySource Source = new(Name);
    internal static readonly Meter Meter = new(Name);

    /// <summary>Seconds since a moment of <see cref="Stopwatch"/>.</summary>
    internal static double Since(long began) => Stopwatch.GetElapsedTime(began).TotalSeconds;
}
