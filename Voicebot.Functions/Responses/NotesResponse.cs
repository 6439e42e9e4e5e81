using System.ComponentModel;
using Voicebot.Core.Notes;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Responses;

/// <summary>Notes on days, the first day first.</summary>
internal sealed record NotesResponse(IReadOnlyList<NoteResponse> Notes)
{
    public static NotesResponse Of(IReadOnlyList<DayNote> notes, EffectiveSettings settings) =>
        new([.. notes.Select(note => NoteResponse.Of(note, settings))]);
}

/// <summary>What happened on a day.</summary>
internal sealed record NoteResponse(
    long Id,
    [property: Description("In the reporting zone.")] DateOnly Day,
    string Text,
    [property: Description("Null for all agents.")] string? AgentId,
    [property: Description("Null for all agents, and for one that is not configured any more.")] string? AgentName,
    [property: Description("False when the agent is not configured any more.")] bool AgentKnown,
    [property: Description("owner or viewer, of who wrote it last.")] string Role,
    [property: Description("That person's name where a platform signs people in.")] string? Who,
    [property: Description("To be given with a change, so that nobody overwrites what another did meanwhile.")] long Version,
    DateTimeOffset ChangedAt)
{
    public static NoteResponse Of(DayNote note, EffectiveSettings settings)
    {
        var agent = settings.Agents.FirstOrDefault(one => one.Id == note.AgentId);
        return new NoteResponse(note.Id, note.Day, note.Text, note.AgentId, agent?.DisplayName, note.AgentId is null || agent is not null,
            note.Role, note.Who, note.Version, settings.Zone.Local(note.ChangedAt));
    }
}
