using Dapper;
using Voicebot.Core.Data;
using Voicebot.Core.Time;

namespace Voicebot.Core.Figures;

/// <summary>
/// What is known of the derived data: the zone that days are counted in, and what is still to be derived or was last checked.
/// </summary>
public sealed record DerivedState
{
    /// <summary>Empty until the days have been counted for the first time.</summary>
    public string ZoneId { get; init; } = "";
    /// <summary>The highest row that is still to be derived again from its documents; 0 when all are.</summary>
    public long RederiveFrom { get; init; }
    /// <summary>When the aggregates were last compared with a recount, in unix seconds.</summary>
    public long? CheckedAt { get; init; }
    /// <summary>How many days differed then, and were mended.</summary>
    public long? Differences { get; init; }

    public static DerivedState Of(PreparedConnection connection) =>
        connection.QuerySingle<DerivedState>(
            "SELECT zone AS ZoneId, rederive_from AS RederiveFrom, checked_at AS CheckedAt, differences FROM derived_state");

    /// <summary>The zone that days are counted in; differs from the setting only until the setting is applied.</summary>
    public static ReportingZone Zone(PreparedConnection connection) =>
        ReportingZone.Find((string?)connection.Scalar("SELECT zone FROM derived_state")) ?? ReportingZone.Utc;
}
