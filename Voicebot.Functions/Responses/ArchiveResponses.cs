using Voicebot.Core.Archiving;
using Voicebot.Core.Time;

namespace Voicebot.Functions.Responses;

/// <summary>An archived file; its place on the server is nobody's business.</summary>
internal sealed record ArchiveResponse(long Id, string Month, string AgentId, string AgentName, string FileName, long RecordsCount,
    long SizeBytes, string Sha256, DateTimeOffset ArchivedAt)
{
    public static ArchiveResponse Of(Archive archive, ReportingZone zone) => new(
        archive.Id, archive.Month, archive.AgentId, archive.AgentName
            ?? archive.AgentId, archive.FileName, archive.RecordsCount, archive.SizeBytes, archive.Sha256, zone.Local(archive.ArchivedAt));
}

internal sealed record WrittenArchiveResponse(long Id, string AgentId, string File, long RecordsCount);

internal sealed record ArchiveMonthResponse(string Status, IReadOnlyList<WrittenArchiveResponse> Archives)
{
    public static ArchiveMonthResponse Of(IEnumerable<Archive> archives) =>
        new("ok", [.. archives.Select(archive =>
            new WrittenArchiveResponse(archive.Id, archive.AgentId, archive.FileName, archive.RecordsCount))]);
}
