using System.Globalization;
using System.Text.Json;
using Voicebot.Core.Conversations;
using Voicebot.Core.Kpis;
using Voicebot.Core.Time;

namespace Voicebot.Tests.Kpis;

/// <summary>The figures of one datum, counted without haste; of values as <see cref="RandomConversations"/> has them.</summary>
internal static class NaiveData
{
    public static DatumFigures Of(string id, IReadOnlyList<Conversation> conversations, IReadOnlyList<DataPeriod> periods,
        ReportingZone zone)
    {
        var seen = conversations.Where(one => one.Collected.Any(datum => datum.DataId == id)).ToList();
        var filled = seen.Select(one => (Day: NaiveFigures.Day(one, zone), one.Collected.Single(datum => datum.DataId == id).Json))
            .Where(one => one.Json is not null).Select(one => (one.Day, Json: one.Json!, Type: TypeOf(one.Json!))).ToList();
        var numbers = filled.Where(one => one.Type == "number")
            .Select(one => double.Parse(one.Json, CultureInfo.InvariantCulture)).Where(double.IsFinite).ToList();
        var values = filled.GroupBy(one => Shown(one.Json).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant())
            .Select(same => new DatumValue(Usual(same.Select(one => Shown(one.Json))), same.Count(), false)).ToList();
        long Count(string type) => filled.Count(one => one.Type == type);
        return new DatumFigures
        {
            Id = id,
            Filled = filled.Count,
            NullCount = seen.Count - filled.Count,
            Absent = conversations.Count - seen.Count,
            Types = new DatumTypes(Count("string"), Count("number"), Count("boolean"), Count("date"), Count("array"), Count("object")),
            TypeDays = [.. filled.Where(one => one.Day is not null).GroupBy(one => one.Type)
                .Select(type => new DatumTypeDays(type.Key, type.Min(one => one.Day!.Value), type.Max(one => one.Day!.Value)))
                .OrderBy(type => type.First).ThenBy(type => type.Last).ThenBy(type => Array.IndexOf(Types, type.Type))],
            Values = [.. values.OrderByDescending(one => one.Count).ThenBy(one => one.Value, StringComparer.Ordinal).Take(20)],
            DistinctValues = values.Count,
            Mean = numbers.Count == 0 ? null
                : double.Parse(numbers.Average().ToString("G13", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            Min = numbers.Count == 0 ? null : numbers.Min(),
            Max = numbers.Count == 0 ? null : numbers.Max(),
            Histogram = [], // see NumberSpreadTests
            FilledByPeriod = [.. periods.Select(period => (long)filled.Count(one => one.Day >= period.From && one.Day <= period.To))],
        };
    }

    private static string Usual(IEnumerable<string> spellings) => spellings.GroupBy(shown => shown)
        .OrderByDescending(one => one.Count()).ThenBy(one => one.Key, StringComparer.Ordinal).First().Key.Trim();

    private static readonly string[] Types = ["string", "number", "boolean", "date", "array", "object"];

    private static string Shown(string json) => json[0] == '"' ? JsonDocument.Parse(json).RootElement.GetString()! : json;

    private static string TypeOf(string json) => JsonDocument.Parse(json).RootElement.ValueKind switch
    {
        JsonValueKind.String => json.StartsWith("\"2026", StringComparison.Ordinal) ? "date" : "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Array => "array",
        _ => "object",
    };
}
