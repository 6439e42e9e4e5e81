using System.ComponentModel;
using Voicebot.Core.Privacy;
using Voicebot.Core.Time;

namespace Voicebot.Functions.Responses;

/// <summary>All conversations of a person, with their transcripts and the whole number.</summary>
internal sealed record PersonDataResponse(string Phone, DateTimeOffset ExportedAt,
    IReadOnlyList<ConversationDetailResponse> Conversations,
    [property: Description("What people here wrote about these conversations and did with them, oldest first.")]
    IReadOnlyList<PersonNoteResponse> Notes);

/// <summary>One of them.</summary>
internal sealed record PersonNoteResponse(
    string ConversationId,
    [property: Description("review or callback.")] string About,
    DateTimeOffset At,
    [property: Description("owner or viewer.")] string Role,
    [property: Description("Who it was, where a platform signs people in.")] string? Who,
    string? State,
    IReadOnlyList<string> Labels,
    string? Note)
{
    public static PersonNoteResponse Of(PersonNote note, ReportingZone zone) =>
        new(note.ConversationId, note.About, zone.Local(note.At), note.Role, note.Who, note.State, note.Labels, note.Note);
}
