using System.Numerics;

namespace Voicebot.Core.Columns;

/// <summary>
/// Conditions on columns, all of which hold. Those on profiles and sets are asked once for each of these, not for each row.
/// </summary>
internal sealed class RowFilter
{
    private readonly List<Func<RowProfile, bool>> onProfile = [];
    private readonly List<Func<ColumnTable, RowTest>> tests = [];
    private readonly bool isOpposite;
    private long from;
    private long to = long.MaxValue;

    public RowFilter() => Opposite = new RowFilter(onProfile, tests);

    private RowFilter(List<Func<RowProfile, bool>> onProfile, List<Func<ColumnTable, RowTest>> tests) =>
        (this.onProfile, this.tests, isOpposite, Opposite) = (onProfile, tests, true, this);

    /// <summary>Takes conditions none of which is to hold.</summary>
    public RowFilter Opposite { get; }

    public void Profile(Func<RowProfile, bool> holds) => onProfile.Add(isOpposite ? profile => !holds(profile) : holds);

    /// <summary>Unix seconds; what has no known start is out.</summary>
    public void Starts(long first, long end)
    {
        from = Math.Max(from, first);
        to = Math.Min(to, end);
    }

    public void Add(Func<ColumnTable, RowTest> test) => tests.Add(isOpposite ? table => new OppositeTest(test(table)) : test);

    /// <summary>A whole number between two, both inclusive.</summary>
    public void Between<T>(Func<ColumnBlock, T[]> column, long least, long most)
        where T : struct, IBinaryInteger<T> => Add(_ => new RangeTest<T>(column, least, most));

    /// <summary>One of these numbers, by code.</summary>
    public void Codes<T>(Func<ColumnTable, Codes<T>> table, Func<ColumnBlock, ushort[]> column, Func<T, bool> holds) =>
        Add(columns => new CodeTest<ushort>(column, Holding(table(columns).Values, holds)));

    public void Codes<T>(Func<ColumnTable, Codes<T>> table, Func<ColumnBlock, int[]> column, Func<T, bool> holds) =>
        Add(columns => new CodeTest<int>(column, Holding(table(columns).Values, holds)));

    /// <param name="holds">Of a rating; null is none.</param>
    public void Rating(Func<double?, bool> holds) => Add(table =>
    {
        var codes = new bool[table.Ratings.Length];
        for (var code = 0; code < codes.Length; code++)
            codes[code] = holds(code == 0 ? null : table.Ratings[code]);
        return new CodeTest<byte>(block => block.Ratings, codes);
    });

    public RowTests Begin(ColumnTable table)
    {
        var profiles = new bool[table.Profiles.Values.Length];
        for (var code = 1; code < profiles.Length; code++)
        {
            var profile = table.Profiles.Values[code];
            profiles[code] = onProfile.TrueForAll(holds => holds(profile));
        }
        return new RowTests(profiles, from, to, [.. tests.Select(test => test(table))]);
    }

    private static bool[] Holding<T>(ReadOnlySpan<T> values, Func<T, bool> holds)
    {
        var codes = new bool[values.Length];
        for (var code = 1; code < codes.Length; code++)
            codes[code] = holds(values[code]);
        return codes;
    }
}
