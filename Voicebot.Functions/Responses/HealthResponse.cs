namespace Voicebot.Functions.Responses;

/// <summary>Liveness and the age of the data. The database is ok, checking or damaged. Ages are seconds; the circuit is closed, or open while requests to ElevenLabs are held back.</summary>
internal sealed record HealthResponse(
    string Status, string Version, int SchemaVersion, string Database, string TimeZone, bool Demo, DateTimeOffset? LastGoodSyncAt, long? LastGoodSyncAgeSecs, int RunningSyncs, string ElevenlabsCircuit, int ElevenlabsConcurrency, IReadOnlyList<NextRunResponse> NextRuns);

internal sealed record NextRunResponse(string Name, DateTimeOffset At);

internal sealed record MonthsResponse(IReadOnlyList<string> Months);
