using System.Globalization;
using Microsoft.AspNetCore.Http;
using Voicebot.Core.Time;
using Voicebot.Functions.Problems;

namespace Voicebot.Functions.Requests;

/// <summary>
/// Reads the query of a request and gathers every error, so that one answer names them all. A parameter that nobody asked
/// for, or that is given twice, is an error too: a mistyped filter must not silently mean "everything".
/// </summary>
public sealed class QueryReader(IQueryCollection query)
{
    private const int MaxTextLength = 200;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly List<ParameterError> errors = [];

    public static QueryReader Of(HttpRequest request) => new(request.Query);

    /// <summary>Null when absent or empty.</summary>
    public string? Text(string name, int maxLength = MaxTextLength)
    {
        asked.Add(name);
        if (!query.TryGetValue(name, out var values) || values.Count == 0)
            return null;
        if (values.Count > 1)
            return Wrong<string>(name, "is given more than once; give it once");
        if (values[0]!.Contains('\0', StringComparison.Ordinal))
            return Wrong<string>(name, "must not contain a NUL character"); // it would end the text early in other hands
        if (string.IsNullOrWhiteSpace(values[0]))
            return null;
        return values[0]!.Length <= maxLength ? values[0]!.Trim() : Wrong<string>(name, $"is longer than {maxLength} characters");
    }

    /// <summary>Values separated by commas, each once; null when there is none.</summary>
    public IReadOnlyList<string>? List(string name, int most, int maxLength = MaxTextLength)
    {
        if (Text(name, most * (MaxTextLength + 1)) is not { } text)
            return null;
        var values = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal).ToList();
        if (values.Count > most)
            return Wrong<List<string>>(name, $"holds more than {most} values");
        if (values.Exists(value => value.Length > maxLength))
            return Wrong<List<string>>(name, $"is longer than {maxLength} characters");
        return values.Count == 0 ? null : values;
    }

    public string? OneOf(string name, IEnumerable<string> allowed) =>
        Text(name) is not { } text
            ? null
            : allowed.Contains(text) ? text : Wrong<string>(name, $"must be one of {string.Join(", ", allowed)}");

    /// <summary>Some of the allowed values, separated by commas; empty when there is none.</summary>
    public IReadOnlyList<string> AnyOf(string name, IReadOnlyCollection<string> allowed)
    {
        var values = List(name, allowed.Count) ?? [];
        if (values.All(allowed.Contains))
            return values;
        Refuse(name, $"must be one of {string.Join(", ", allowed)}, or several of them separated by commas");
        return [];
    }

    /// <summary>Whole numbers separated by commas; empty when there is none.</summary>
    public IReadOnlyList<int> Wholes(string name, int min, int max)
    {
        var numbers = (List(name, max - min + 1) ?? [])
            .Select(text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number >= min && number <= max ? number : (int?)null).ToList();
        if (numbers.TrueForAll(number => number is not null))
            return numbers.Count == 0 ? [] : [.. numbers.OfType<int>().Distinct()];
        Refuse(name, $"must be a whole number from {min} to {max}, or several of them separated by commas");
        return [];
    }

    public int? Whole(string name, int min, int max) =>
        Value<int>(name, text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max ? number : null,
            $"must be a whole number from {min} to {max}");

    public double? Number(string name, double min, double max) =>
        Value<double>(name, text =>
            double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out var number) && number >= min && number <= max ? number : null,
            string.Create(CultureInfo.InvariantCulture, $"must be a number from {min} to {max}, with a point"));

    public bool? Flag(string name) =>
        Value<bool>(name, text => text is "true" or "1" ? true : text is "false" or "0" ? false : null, "must be true or false");

    public Month? Month(string name) =>
        Value<Month>(name, text => Core.Time.Month.TryParse(text, out var month) ? month : null,
            "must be a month written YYYY-MM, such as 2026-11");

    public DateOnly? Date(string name) => Value<DateOnly>(name, Dates.Parse, Dates.Rule);

    /// <summary>True when an error of the parameter is known already.</summary>
    public bool HasError(string name) => errors.Exists(error => error.Parameter == name);

    /// <summary>Adds an error that the caller found; the message continues the parameter's name.</summary>
    public void Refuse(string name, string message) => errors.Add(new ParameterError(name, $"'{name}' {message}."));

    /// <exception cref="ProblemException">400 with every error that was found.</exception>
    public void Finish()
    {
        if (errors.Count > 0)
            throw new ProblemException(Problem.BadParameters(errors));
        var unknown = query.Keys.Where(name => !asked.Contains(name))
            .Select(name => new ParameterError(name, $"'{Shortened(name)}' is not a parameter of this address.")).ToList();
        if (unknown.Count > 0)
            throw new ProblemException(Problem.UnknownParameters(unknown, asked));
    }

    private T? Value<T>(string name, Func<string, T?> parse, string rule) where T : struct
    {
        if (Text(name) is not { } text)
            return null;
        if (parse(text) is { } value)
            return value;
        Refuse(name, rule);
        return null;
    }

    private T? Wrong<T>(string name, string message) where T : class
    {
        Refuse(name, message);
        return null;
    }

    private static string Shortened(string name) => name.Length <= 50 ? name : name[..50] + "…";
}
