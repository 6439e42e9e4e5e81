using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Voicebot.Core.Columns;
using Voicebot.Core.Conversations;

namespace Voicebot.Core.Kpis;

/// <summary>Counts the values of one datum. What it keeps is bounded, however many and long they are.</summary>
/// <param name="mostValues">So many different ones are counted one by one.</param>
internal sealed class DatumCounting(string id, int mostValues, int periods)
{
    private const int MostListed = 20;
    private const int LongestShown = 200;
    private const string CutMark = "…";

    private readonly Dictionary<byte[], CountedValue> values = new(new BytesComparer());
    private readonly KindDays[] kinds = new KindDays[Enum.GetValues<DatumKind>().Length];
    private readonly NumberSpread numbers = new();
    private readonly long[] filledByPeriod = new long[periods];
    private long nulls;
    private bool hasMore;

    /// <param name="day">The number of the local day; null when it is not known.</param>
    /// <param name="period">In which it lies; none for such a day.</param>
    public void Add(CollectedJson json, int? day, int? period)
    {
        if (json.IsNull)
        {
            nulls++;
            return;
        }
        var value = Find(json);
        value.Count++;
        kinds[(int)value.Kind].Add(day);
        if (value.Number is { } number)
            numbers.Add(number);
        if (period is { } known)
            filledByPeriod[known]++;
    }

    /// <returns>Null when it was seen nowhere.</returns>
    public DatumFigures? Figures(long conversations)
    {
        long Of(DatumKind kind) => kinds[(int)kind].Count;
        var filled = kinds.Sum(kind => kind.Count);
        if (filled + nulls == 0)
            return null;
        var listed = Listed();
        return new DatumFigures
        {
            Id = id,
            Filled = filled,
            NullCount = nulls,
            Absent = conversations - filled - nulls,
            Types = new DatumTypes(Of(DatumKind.String), Of(DatumKind.Number), Of(DatumKind.Boolean), Of(DatumKind.Date),
                Of(DatumKind.Array), Of(DatumKind.Object)),
            TypeDays = [.. kinds.Index().Where(kind => kind.Item.Last > 0).OrderBy(kind => kind.Item.First).ThenBy(kind => kind.Item.Last)
                .Select(kind => new DatumTypeDays(Word((DatumKind)kind.Index), DateOnly.FromDayNumber(kind.Item.First),
                    DateOnly.FromDayNumber(kind.Item.Last)))],
            Values = [.. listed.OrderByDescending(one => one.Count).ThenBy(one => one.Value, StringComparer.Ordinal).Take(MostListed)],
            DistinctValues = hasMore ? null : listed.Count,
            Mean = numbers.Mean,
            Min = numbers.Min,
            Max = numbers.Max,
            Histogram = numbers.Histogram(),
            FilledByPeriod = filledByPeriod,
        };
    }

    /// <summary>A short value is known by its bytes; a long one, and one that may be masked, by what is shown of it.</summary>
    private CountedValue Find(CollectedJson json)
    {
        var isPlain = json.IsShownWhole && json.Json.Length <= LongestShown;
        if (isPlain && values.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(json.Json, out var known))
            return known;
        var value = json.Read()!;
        byte[] key = isPlain ? [.. json.Json]
            : [(byte)value.Kind, .. SHA256.HashData(MemoryMarshal.AsBytes(value.Shown.AsSpan()))];
        if (values.TryGetValue(key, out known))
            return known;
        var counted = new CountedValue(value.Kind, Cut(value.Shown), value.Shown.Length > LongestShown, value.Number);
        if (values.Count < mostValues)
            values[key] = counted;
        else
            hasMore = true;
        return counted;
    }

    /// <summary>As the conditions compare them, so that a value leads to as many conversations as it counts.</summary>
    private List<DatumValue> Listed()
    {
        var whole = values.Values.Where(one => !one.IsCut)
            .GroupBy(one => CollectedValue.Comparable(one.Kind, one.Shown), StringComparer.OrdinalIgnoreCase)
            .Select(same => new DatumValue(same.OrderByDescending(one => one.Count).ThenBy(one => one.Shown, StringComparer.Ordinal)
                .First().Shown.Trim(), same.Sum(one => one.Count), false));
        return [.. whole, .. values.Values.Where(one => one.IsCut).Select(one => new DatumValue(one.Shown, one.Count, true))];
    }

    private static string Cut(string text) => text.Length <= LongestShown ? text
        : text[..(LongestShown - (char.IsHighSurrogate(text[LongestShown - 2]) ? 2 : 1))] + CutMark;

    private static string Word(DatumKind kind) => kind switch
    {
        DatumKind.String => "string",
        DatumKind.Number => "number",
        DatumKind.Boolean => "boolean",
        DatumKind.Date => "date",
        DatumKind.Array => "array",
        _ => "object",
    };

    private sealed record CountedValue(DatumKind Kind, string Shown, bool IsCut, double? Number)
    {
        public long Count { get; set; }
    }

    /// <summary>How often a type occurs, and from which local day to which; 0 where none is known.</summary>
    private struct KindDays
    {
        public long Count { get; private set; }
        public int First { get; private set; }
        public int Last { get; private set; }

        public void Add(int? day)
        {
            Count++;
            if (day is not { } known)
                return;
            First = Last == 0 ? known : Math.Min(First, known);
            Last = Math.Max(Last, known);
        }
    }
}
