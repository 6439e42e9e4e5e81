using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Voicebot.Core.Telemetry;

/// <summary>The time of statements, by engine and first word; their texts and values stay here.</summary>
public static class MeasuredStatement
{
    private static readonly Histogram<double> Durations = Measured.Meter.CreateHistogram<double>("db.client.operation.duration", "s",
        "Time until a statement gives its first row.");

    private static readonly string[] Words = ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "BEGIN", "COMMIT", "ROLLBACK"];

    /// <summary>Null while nobody listens.</summary>
    public static long? Begin() => Durations.Enabled ? Stopwatch.GetTimestamp() : null;

    /// <param name="isEmbedded">The database is a file of this program's.</param>
    public static void End(long? began, bool isEmbedded, string sql)
    {
        if (began is not { } moment)
            return;
        var text = sql.AsSpan().TrimStart();
        var word = "OTHER";
        foreach (var known in Words)
            if (text.StartsWith(known, StringComparison.OrdinalIgnoreCase))
                word = known;
        Durations.Record(Measured.Since(moment), new("db.system.name", isEmbedded ? "sqlite" : "postgresql"),
            new("db.operation.name", word));
    }
}
