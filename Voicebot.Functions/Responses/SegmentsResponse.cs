using System.ComponentModel;
using Voicebot.Core.Kpis;
using Voicebot.Core.Views;

namespace Voicebot.Functions.Responses;

/// <summary>Two named views side by side as segments, of the same agents and days.</summary>
internal sealed record SegmentsResponse(
    [property: Description("The agents as they were asked for; null for all.")] string? AgentId,
    [property: Description("YYYY-MM when the period was asked for as a month.")] string? Month,
    DateOnly? From,
    DateOnly? To,
    string TimeZone,
    SegmentResponse First,
    SegmentResponse Second,
    [property: Description("Conversations that are in both; with any, differences are told and none is judged.")] long Shared,
    [property: Description("How the first (value) differs from the second (previous).")] IReadOnlyList<FigureChange> Figures,
    [property: Description("The same of each criterion; its name is the criterion's id.")] IReadOnlyList<FigureChange> Criteria);

/// <summary>One of them.</summary>
internal sealed record SegmentResponse(
    long Id,
    string Name,
    [property: Description(
        "Conditions by the name of their parameter, as in the address of the list.")] IReadOnlyDictionary<string, string> Filters,
    KpiFigures Figures)
{
    public static SegmentResponse Of(SavedView view, KpiFigures figures) => new(view.Id, view.Name, view.Filters, figures);
}
