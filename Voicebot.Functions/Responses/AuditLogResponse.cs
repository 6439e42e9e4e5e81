using Voicebot.Core.Auditing;
using Voicebot.Core.Time;

namespace Voicebot.Functions.Responses;

/// <summary><c>role</c> is owner, viewer or system; <c>who</c> is known only where a platform signs people in.</summary>
internal sealed record AuditEntryResponse(long Id, DateTimeOffset At, string Role, string? Who, string Action, string? Subject,
    string? Detail)
{
    public static AuditEntryResponse Of(AuditEntry entry, ReportingZone zone) =>
        new(entry.Id, zone.Local(entry.At), entry.Role, entry.Who, entry.Action, entry.Subject, entry.Detail);
}

internal sealed record AuditLogResponse(IReadOnlyList<AuditEntryResponse> Entries);
