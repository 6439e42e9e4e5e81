using Microsoft.Extensions.Logging;
using Voicebot.Core.Data;
using Voicebot.Core.Time;

namespace Voicebot.Core.Figures;

/// <summary>
/// The nightly proof that the figures are true: compares the daily aggregates with the conversations, and mends what differs.
/// </summary>
public sealed partial class AggregateCheck(Database database, TimeProvider clock, ILogger<AggregateCheck> log)
{
    /// <summary>Returns how many days differed. Readers and writers go on meanwhile; only mending holds writers up.</summary>
    public int Run()
    {
        var differences = database.Read(connection =>
        {
            // Days of a zone that is not known here can be neither compared nor mended.
            if (DerivedState.Of(connection) is { ZoneId.Length: > 0 } state && ReportingZone.Find(state.ZoneId) is null)
                return 0;
            using var snapshot = new ReadSnapshot(connection);
            return Recount.Differences(connection);
        });
        if (differences > 0)
            LogDifferences(differences);
        return database.Write(connection =>
        {
            ChangeLog.Prune(connection);
            if (differences > 0)
                differences = Recount.Mend(connection);
            connection.Run("UPDATE derived_state SET checked_at = @now, differences = @differences",
                ("@now", clock.GetUtcNow().ToUnixTimeSeconds()), ("@differences", differences));
            return differences;
        });
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "The figures of {Days} day(s) differed from a recount of the conversations; they are counted anew.")]
    private partial void LogDifferences(int days);
}
