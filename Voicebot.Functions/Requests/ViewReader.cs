using System.Text.Json;
using System.Text.RegularExpressions;
using Voicebot.Core.Conversations;
using Voicebot.Core.Settings;
using Voicebot.Core.Views;
using Voicebot.Functions.Problems;

namespace Voicebot.Functions.Requests;

/// <summary>
/// Reads a named view. Its conditions are read like those of the list, so that no view is kept that the list would refuse.
/// </summary>
public static partial class ViewReader
{
    /// <summary>The view of the body.</summary>
    /// <exception cref="ProblemException">400 with every error that was found.</exception>
    public static SavedView Read(BodyReader body, EffectiveSettings settings)
    {
        var name = KeptName.Read(body, SavedView.MaxNameLength);
        var filters = KeptConditions.Read(body, "a view is everybody's, for any agent and period", settings);
        var sort = body.Text("sort", 40);
        if (sort is not null && ConversationSort.Parse(sort) is null)
            body.Refuse("sort", "must be an order of the list");
        var columns = Columns(body);
        body.Finish();
        return new SavedView { Name = name, Filters = filters, Sort = sort, Columns = columns };
    }

    /// <summary>The conversations of a view within these agents and days; null when the list would refuse a condition by now.</summary>
    public static ConversationFilter? Filter(SavedView view, ConversationFilter scope, EffectiveSettings settings) =>
        KeptConditions.Filter(view.Filters, settings) is { } filter
            ? filter with { AgentIds = scope.AgentIds, Period = scope.Period }
            : null;

    private static List<string>? Columns(BodyReader body)
    {
        if (body.Member("columns") is not { } given)
            return null;
        var columns = given.ValueKind == JsonValueKind.Array
            ? given.EnumerateArray().Select(one => one.ValueKind == JsonValueKind.String ? one.GetString()! : "").ToList()
            : null;
        if (columns is { Count: > 0 and <= SavedView.MaxColumns } && columns.TrueForAll(column => ColumnName().IsMatch(column)))
            return [.. columns.Distinct(StringComparer.Ordinal)];
        body.Refuse("columns", $"must be a list of 1 to {SavedView.MaxColumns} names of columns");
        return null;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_.:-]{1,120}\z")]
    private static partial Regex ColumnName();
}
