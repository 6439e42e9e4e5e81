using System.ComponentModel;
using Voicebot.Core.Settings;
using Voicebot.Core.Views;

namespace Voicebot.Functions.Responses;

/// <summary>The named views in the order in which they were made.</summary>
internal sealed record ViewsResponse(
    [property: Description(
        "Conversations of the agents and days that were asked for; null where none were, or counting takes too long.")] long? Total,
    IReadOnlyList<ViewResponse> Views);

/// <summary>One named view of the list.</summary>
internal sealed record ViewResponse(
    long Id,
    string Name,
    [property: Description(
        "Conditions by the name of their parameter, as in the address of the list.")] IReadOnlyDictionary<string, string> Filters,
    string? Sort,
    [property: Description("The page's names of the columns in their order; null for the usual ones.")] IReadOnlyList<string>? Columns,
    DateTimeOffset ChangedAt,
    [property: Description(
        "Its conversations in the agents and days that were asked for; null where none were, or counting takes too long.")] long? Count)
{
    public static ViewResponse Of(SavedView view, EffectiveSettings settings, long? count = null) =>
        new(view.Id, view.Name, view.Filters, view.Sort, view.Columns, settings.Zone.Local(view.ChangedAt), count);
}
