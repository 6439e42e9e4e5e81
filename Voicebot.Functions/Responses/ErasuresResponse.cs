using Voicebot.Core.Privacy;
using Voicebot.Core.Time;

namespace Voicebot.Functions.Responses;

/// <summary>What was asked to be erased: unfinished ones first, then the newest. Whom it concerned is not kept.</summary>
/// <param name="Unfinished">How many of them can still be read in some file; they go on by themselves.</param>
internal sealed record ErasuresResponse(int Unfinished, IReadOnlyList<ErasureResponse> Erasures);

/// <summary>One of them. Kind is conversation or person.</summary>
internal sealed record ErasureResponse(
    long Id, string Kind, DateTimeOffset RequestedAt, DateTimeOffset? FinishedAt, bool Finished, string? Delay, long Conversations,
        long Documents, long Mentions, long ArchivesRewritten, long ArchiveRows)
{
    public static ErasureResponse Of(Erasure erasure, ErasureReport report, ReportingZone zone) => new(
        erasure.Id, erasure.Kind == ErasureKind.Person ? "person"
            : "conversation", zone.Local(erasure.RequestedAt), erasure.FinishedAt is { } at ? zone.Local(at) : null,
        report.Finished, report.Delay, report.Conversations, report.Documents, report.Mentions, report.ArchivesRewritten,
            report.ArchiveRows);
}
