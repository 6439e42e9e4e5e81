using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Voicebot.Core.Conversations;
using Voicebot.Core.Phones;
using Voicebot.Core.Settings;
using Voicebot.Functions.Problems;

namespace Voicebot.Functions.Requests;

/// <summary>Conditions of the list that are kept for all, read as the list reads them, so that none is kept that it refuses.</summary>
public static class KeptConditions
{
    /// <summary>They change with every link, or name single conversations or persons.</summary>
    private static readonly string[] NotKept = ["agent_id", "month", "from", "to", "ids", "phone", "not_phone"];

    /// <summary>The field <c>filters</c> of a body.</summary>
    /// <param name="reason">Why some are not kept: "a view is everybody's".</param>
    public static IReadOnlyDictionary<string, string> Read(BodyReader body, string reason, EffectiveSettings settings)
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
                body.Refuse("filters", $"must not hold '{condition.Name}': {reason}");
            else if (PhoneMatch.IsNumber(value) || (condition.Name is "data" or "not_data" && NamesANumber(value)))
                body.Refuse("filters",
                    $"must not hold a telephone number ('{BodyReader.Shortened(condition.Name)}'): everybody sees what is kept");
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

    /// <summary>Of all agents and days; null when the list would refuse a condition by now.</summary>
    public static ConversationFilter? Filter(IReadOnlyDictionary<string, string> filters, EffectiveSettings settings)
    {
        try
        {
            var query = Query(filters);
            var filter = FilterReader.Conditions(query, settings);
            query.Finish();
            return filter;
        }
        catch (ProblemException)
        {
            return null;
        }
    }

    private static bool NamesANumber(string data) => DatumConditionText.ReadAll(data)?.Any(condition =>
        condition.Operator is DatumCondition.Equal or DatumCondition.NotEqual or DatumCondition.In
        && condition.Values.Any(value => WrittenDate.Parse(value) is null && PhoneMatch.IsNumber(value))) == true;

    private static QueryReader Query(IReadOnlyDictionary<string, string> filters) =>
        new(new QueryCollection(filters.ToDictionary(one => one.Key, one => new StringValues(one.Value))));
}
