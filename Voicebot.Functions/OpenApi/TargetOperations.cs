using Voicebot.Core.Notes;
using Voicebot.Core.Targets;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.OpenApi;

/// <summary>What figures should reach, and notes on days.</summary>
internal static class TargetOperations
{
    private static readonly ApiParameter Agent = ApiParameter.Text("agent_id", "A configured agent; all without it.");

    private static readonly ApiParameter Version = ApiParameter.Whole("version",
        "That of what was changed, as it was read; 409 'changed_meanwhile' where it is another by now.", 1, int.MaxValue);

    private static readonly IReadOnlyList<ApiParameter> OfTarget =
    [
        ApiParameter.OneOf("figure", "One of the list's 'figures'.", TargetFigure.All.Select(figure => figure.Name)).Needed,
        ApiParameter.Number("value", "In the figure's own unit; each figure has its range and decimals.", 0,
            TargetFigure.All.Max(figure => figure.Most)).Needed, Agent,
    ];

    private static readonly IReadOnlyList<ApiParameter> OfNote =
    [
        ApiParameter.Date("day", "In the reporting zone.").Needed,
        ApiParameter.Text("text", "One line, without telephone numbers: everybody sees it.", DayNote.MaxTextLength).Needed, Agent,
    ];

    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new("GET", "api/targets", "What the figures should reach, in the order in which it was set, and the figures that may have a "
            + "target. With one agent its own targets hold, else those for all; the KPIs say how far each figure is.")
        {
            Answer = typeof(TargetsResponse),
        },
        new("POST", "api/targets", $"Sets a target, one a figure and agent; recorded in the audit log. At most {Target.MostTargets}.")
        {
            Body = OfTarget,
            Status = 201,
            Answer = typeof(TargetResponse),
        },
        new("PUT", "api/targets/{id}", "Sets another target in the place of one; recorded in the audit log.")
        {
            Body = [.. OfTarget, Version],
            Answer = typeof(TargetResponse),
        },
        new("DELETE", "api/targets/{id}", "Removes a target, and answers with those that are left; recorded in the audit log.")
        {
            Query = [Parameters.Version],
            Answer = typeof(TargetsResponse),
        },
        new("GET", "api/notes", "Notes on days, the first day first: of the agents that are asked for, and those that are for all agents.")
        {
            Query = [.. FilterParameters.Scope],
            Answer = typeof(NotesResponse),
        },
        new("POST", "api/notes", $"Keeps a note on a day, which charts show; recorded in the audit log. At most {DayNote.MostNotes}.")
        {
            Body = OfNote,
            Status = 201,
            Answer = typeof(NoteResponse),
        },
        new("PUT", "api/notes/{id}", "Keeps another note in the place of one; recorded in the audit log.")
        {
            Body = [.. OfNote, Version],
            Answer = typeof(NoteResponse),
        },
        new("DELETE", "api/notes/{id}", "Removes a note, and answers with all that are left; recorded in the audit log.")
        {
            Query = [Parameters.Version],
            Answer = typeof(NotesResponse),
        },
    ];
}
