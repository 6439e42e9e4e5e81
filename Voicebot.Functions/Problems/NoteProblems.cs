using Voicebot.Core.Notes;

namespace Voicebot.Functions.Problems;

/// <summary>Why a note on a day is not found or not stored.</summary>
public static class NoteProblems
{
    public static Problem Missing { get; } =
        Problem.NotFound("There is no note with this id. Somebody may have removed it; load the page again.");

    public static Problem Of(NoteRefusedException refused) => refused.Refusal == NoteRefusal.TooMany
        ? new Problem(409, "too_many_notes",
            $"There are {DayNote.MostNotes} notes already, which is as many as there may be. Remove one first.")
        : new Problem(409, "changed_meanwhile",
            "Somebody else has changed this note meanwhile. Nothing was stored; look at it again, and then decide.");
}
