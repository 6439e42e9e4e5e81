using System.Text.Json.Nodes;
using Voicebot.Core.Time;

namespace Voicebot.Functions.Requests;

/// <summary>One parameter of the query, declared once: how OpenAPI tells of it, and how it is read and refused.</summary>
/// <param name="Of">Reads it; null, or none, when it is absent. What is wrong is gathered by the reader.</param>
public sealed record QueryParameter<T>(string Name, string Description, JsonObject Schema, Func<QueryReader, T> Of)
    : ApiParameter(Name, Description, Schema);

/// <summary>The kinds of parameters.</summary>
public static class QueryParameter
{
    private const int UsualLength = 200;

    public static QueryParameter<string?> Text(string name, string description, int maxLength = UsualLength) =>
        From(ApiParameter.Text(name, description, maxLength), query => query.Text(name, maxLength));

    /// <summary>Several short texts, separated by commas.</summary>
    public static QueryParameter<IReadOnlyList<string>> Texts(string name, string description, int most, int maxLength) =>
        From(ApiParameter.Texts(name, description, most, maxLength), query => query.List(name, most, maxLength) ?? []);

    /// <summary>So many ids separated by commas that OpenAPI tells of them as of one text.</summary>
    public static QueryParameter<IReadOnlyList<string>?> Ids(string name, string description, int most) =>
        From(ApiParameter.Text(name, description, most * (UsualLength + 1)), query => query.List(name, most));

    public static QueryParameter<string?> OneOf(string name, string description, params IReadOnlyCollection<string> values) =>
        From(ApiParameter.OneOf(name, description, values), query => query.OneOf(name, values));

    /// <summary>Several of the values, separated by commas.</summary>
    public static QueryParameter<IReadOnlyList<string>> AnyOf(string name, string description,
        params IReadOnlyCollection<string> values) =>
        From(ApiParameter.AnyOf(name, description, values), query => query.AnyOf(name, values));

    public static QueryParameter<int?> Whole(string name, string description, int min, int max) =>
        From(ApiParameter.Whole(name, description, min, max), query => query.Whole(name, min, max));

    /// <summary>Several whole numbers, separated by commas.</summary>
    public static QueryParameter<IReadOnlyList<int>> Wholes(string name, string description, int min, int max) =>
        From(ApiParameter.Wholes(name, description, min, max), query => query.Wholes(name, min, max));

    public static QueryParameter<double?> Number(string name, string description, double min, double max) =>
        From(ApiParameter.Number(name, description, min, max), query => query.Number(name, min, max));

    public static QueryParameter<bool?> Flag(string name, string description) =>
        From(ApiParameter.Flag(name, description), query => query.Flag(name));

    public static QueryParameter<Month?> Month(string name, string description) =>
        From(ApiParameter.Month(name, description), query => query.Month(name));

    public static QueryParameter<DateOnly?> Date(string name, string description) =>
        From(ApiParameter.Date(name, description), query => query.Date(name));

    /// <summary>A parameter with a rule of its own.</summary>
    public static QueryParameter<T> From<T>(ApiParameter told, Func<QueryReader, T> read) =>
        new(told.Name, told.Description, told.Schema, read) { Required = told.Required };
}
