using Voicebot.Core.Figures;
using Voicebot.Core.Time;

namespace Voicebot.Functions.Responses;

/// <summary>Liveness and the age of the data. The database is ok, checking or damaged. Ages are seconds; the circuit is closed, or open while requests to ElevenLabs are held back.</summary>
internal sealed record HealthResponse(
    string Status, string Version, int SchemaVersion, string Database, string TimeZone, bool Demo, DateTimeOffset? LastGoodSyncAt, long? LastGoodSyncAgeSecs, int RunningSyncs, string ElevenlabsCircuit, int ElevenlabsConcurrency, IReadOnlyList<NextRunResponse> NextRuns, FiguresCheckResponse FiguresCheck);

/// <summary>
/// The last comparison of the stored figures with a recount of the conversations: unchecked (none yet), ok, or mended (so many days
/// differed and were counted anew). Conversations that are still read again after an update are left to derive.
/// </summary>
internal sealed record FiguresCheckResponse(string Status, DateTimeOffset? CheckedAt, long? DaysMended, bool Deriving)
{
    public static FiguresCheckResponse Of(DerivedState state, ReportingZone zone) => new(
        state.CheckedAt is null ? "unchecked" : state.Differences > 0 ? "mended" : "ok",
        state.CheckedAt is { } seconds ? zone.Local(seconds) : null,
        state.Differences,
        state.RederiveFrom > 0);
}

internal sealed record NextRunResponse(string Name, DateTimeOffset At);

internal sealed record MonthsResponse(IReadOnlyList<string> Months);
