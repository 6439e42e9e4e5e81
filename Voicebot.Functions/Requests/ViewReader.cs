using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Voicebot.Core.Conversations;
using Voicebot.Core.Phones;
using Voicebot.Core.Settings;
using Voicebot.Core.Views;
using Voicebot.Functions.Problems;

namespace Voicebot.Functions.Requests;

/// <summary>
/// Reads a named view. Its conditions are read like those of the list, so that no view is kept that the list would refuse.
/// </summary>
public static partial class ViewReader
{
    /// <summary>They change with every link, or name single conversations or persons; everybody sees a view.</summary>
    private static readonly string[] NotKept = ["agent_id", "month", "from", "to", "ids", "phone", "not_phone"];

    /// <summary>The view of the body.</summary>
    /// <exception cref="ProblemException">400 with every error that was found.</exception>
    public static SavedView Read(BodyReader body, EffectiveSettings settings)
    {
        var name = body.Text("name", SavedView.MaxNameLength);
        if (name is null && !body.HasError("name"))
            body.Refuse("name", "is required");
        if (name is not null && (PhoneMatch.IsNumber(name) || name.Any(char.IsControl)))
            body.Refuse("name", "must not be a telephone number, nor hold control characters");
        var filters = Filters(body, settings);
        var sort = body.Text("sort", 40);
        if (sort is not null && ConversationSort.Parse(sort) is null)
            body.Refuse("sort", "must be an order of the list");
        var columns = Columns(body);
        body.Finish();
        return new SavedView { Name = name!, Filters = filters, Sort = sort, Columns = columns };
    }

    /// <summary>The conversations of a view within these agents and days; null when the list would refuse a condition by now.</summary>
    public static ConversationFilter? Filter(SavedView view, ConversationFilter scope, EffectiveSettings settings)
    {
        try
        {
            var query = Query(view.Filters);
            var filter = FilterReader.Conditions(query, settings);
            query.Finish();
            return filter with { AgentIds = scope.AgentIds, Period = scope.Period };
        }
        catch (ProblemException)
        {
            return null;
        }
    }

    private static QueryReader Query(IReadOnlyDictionary<string, string> filters) =>
        new(new QueryCollection(filters.ToDictionary(one => one.Key, one => new StringValues(one.Value))));

    private static Dictionary<string, string> Filters(BodyReader body, EffectiveSettings settings)
    {
        var filters = new Dictionary<string, string>(StringComparer.Ordinal);
        if (body.Member("filters") is not { } given)
            return filters;
        if (given.ValueKind != JsonValueKind.Object || given.EnumerateObject().Any(one => one.Value.ValueKind != JsonValueKind.String))
        {
            body.Refuse("filters", "must be an object of texts, by the names of the list's parameters");
            return filters;
        }
        foreach (var condition in given.EnumerateObject())
        {
            var value = condition.Value.GetString()!.Trim();
            if (NotKept.Contains(condition.Name))
                body.Refuse("filters", $"must not hold '{condition.Name}': a view is everybody's, for any agent and period");
            else if (PhoneMatch.IsNumber(value))
                body.Refuse("filters",
                    $"must not hold a telephone number ('{BodyReader.Shortened(condition.Name)}'): everybody sees a view");
            else if (value.Length > 0)
                filters[condition.Name] = value;
        }
        try
        {
            var query = Query(filters);
            FilterReader.Conditions(query, settings);
            query.Finish();
        }
        catch (ProblemException exception)
        {
            body.Refuse("filters", $"would be refused by the list: {exception.Problem.Detail.TrimEnd('.')}");
        }
        return filters;
    }

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
