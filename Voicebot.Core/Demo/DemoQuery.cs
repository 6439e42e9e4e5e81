using System.Globalization;

namespace Voicebot.Core.Demo;

/// <summary>The query string of a request; the first fault found is kept as the vendor's 422 answer.</summary>
internal sealed class DemoQuery
{
    private const int DefaultPageSize = 30;
    private const int LargestPageSize = 100;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public DemoQuery(string query)
    {
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? pair : pair[..equals];
            _values[Decode(name)] = equals < 0 ? "" : Decode(pair[(equals + 1)..]);
        }
    }

    public HttpResponseMessage? Problem { get; private set; }

    public string? this[string name] => _values.GetValueOrDefault(name);

    public int PageSize()
    {
        if (this["page_size"] is null || Number("page_size") is not { } size)
            return DefaultPageSize;
        if (size > LargestPageSize)
            Problem ??= DemoErrors.Invalid("page_size", "less_than_equal", "Input should be less than or equal to 100");
        if (size < 1)
            Problem ??= DemoErrors.Invalid("page_size", "greater_than_equal", "Input should be greater than or equal to 1");
        return (int)Math.Clamp(size, 1, LargestPageSize);
    }

    /// <summary>Unix seconds, held within what a date can say; null when absent.</summary>
    public long? Seconds(string name) => this[name] is null ? null : Math.Clamp(Number(name) ?? 0, 0, 253_402_300_799);

    private long? Number(string name)
    {
        if (long.TryParse(this[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        Problem ??= DemoErrors.Invalid(name, "int_parsing", "Input should be a valid integer, unable to parse string as an integer");
        return null;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
