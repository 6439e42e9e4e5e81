using Voicebot.Core.Views;

namespace Voicebot.Functions.Problems;

/// <summary>Why a named view was not stored.</summary>
public static class ViewProblems
{
    public static Problem Missing { get; } =
        Problem.NotFound("There is no view with this id. Somebody may have removed it; load the page again.");

    /// <summary>A condition of an older version, say; the list refuses it as well.</summary>
    public static Problem Outdated(SavedView view) => new(409, "view_outdated",
        $"The view '{view.Name}' holds a condition that cannot be asked for any more. Open it in the list, and keep it anew.");

    public static Problem Of(ViewRefusedException refused) => refused.Refusal == ViewRefusal.NameTaken
        ? new Problem(409, "view_name_taken", "There is a view of this name already. Choose another name, or change that view.")
        : new Problem(409, "too_many_views",
            $"There are {SavedView.MostViews} views already, which is as many as there may be. Remove one first.");
}
