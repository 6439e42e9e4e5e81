using CsCheck;
using Voicebot.Core.Columns;

namespace Voicebot.Tests.Columns;

public sealed class RowPlacesTests
{
    /// <summary>Ids come in the order in which transactions end, which is nearly that of their numbers.</summary>
    [Fact]
    public void Of_IdsInAnyOrder_IsThePlaceThatEachWasGiven() =>
        Gen.Int[1, 60].Array[1, 80].Sample(ids =>
        {
            var places = new RowPlaces();
            var expected = new Dictionary<int, int>();
            foreach (var id in ids)
            {
                Assert.Equal(expected.TryGetValue(id, out var known) ? known : null, places.Of(id));
                if (!expected.ContainsKey(id))
                    expected[id] = places.Add(id);
            }
            Assert.Equal(Enumerable.Range(0, expected.Count), expected.Values.Order());
            for (var id = 0; id <= 61; id++)
                Assert.Equal(expected.TryGetValue(id, out var place) ? place : null, places.Of(id));
        });

    [Fact]
    public void Bytes_IdsThatFollowOneAnother_AreOfOneStretch()
    {
        var places = new RowPlaces();
        for (var id = 5; id < 100_000; id++)
            places.Add(id);
        Assert.InRange(places.Bytes, 1, 100);
    }
}
