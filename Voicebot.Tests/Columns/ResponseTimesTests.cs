using CsCheck;
using Voicebot.Core.Columns;
using Voicebot.Core.Figures;

namespace Voicebot.Tests.Columns;

public sealed class ResponseTimesTests
{
    // Now and then long ones, and more than a byte can count.
    private static readonly Gen<long[]> Times = Gen.Frequency(
        (8, Gen.Long[0, 3_000].Array[0, 12]),
        (1, Gen.Long[0, 5_000_000_000].Array[0, 5]),
        (1, Gen.Long[0, 400].Array[250, 700]));

    [Fact]
    public void Count_WhateverWasSetAndInWhateverOrder_IsThatOfTheTimesThemselves() =>
        Gen.Select(Gen.Int[0, 70], Times).Array[1, 120].Sample(settings =>
        {
            var column = new ResponseTimes();
            var expected = new Dictionary<int, long[]>();
            var buffer = new byte[8];
            ResponseTimes? before = null;
            foreach (var (place, times) in settings)
            {
                before = column;
                column = column.Copy();
                if (expected.Count % 3 == 0)
                    column.Trim();
                column.Set(place, Histogram.BytesOf(times) ?? [], ref buffer);
                AssertHolds(before, expected); // who reads the old one sees nothing of it
                expected[place] = times;
            }
            AssertHolds(column, expected);
        }, iter: 200);

    private static void AssertHolds(ResponseTimes column, Dictionary<int, long[]> expected)
    {
        foreach (var some in new[] { expected.Keys.Order(), expected.Keys.Where(place => place % 3 != 1).Order() })
        {
            var (counts, rest) = (new int[1_000], new Histogram());
            column.Count([.. some.Select(place => (ushort)place)], counts, rest);
            for (var value = 0; value < counts.Length; value++)
                if (counts[value] > 0)
                    rest.Add(value, counts[value]);
            Assert.Equal(
                some.SelectMany(place => expected[place]).CountBy(value => value).OrderBy(one => one.Key)
                    .Select(one => (one.Key, (long)one.Value)),
                rest.Counted());
        }
    }
}
