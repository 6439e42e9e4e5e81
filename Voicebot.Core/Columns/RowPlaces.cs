namespace Voicebot.Core.Columns;

/// <summary>
/// Where each row id has its place, as stretches of ids that follow one another and so do their places. The ids of a program count on,
/// with gaps where something was erased, so that these are few.
/// </summary>
internal sealed class RowPlaces
{
    private const int BytesOfAStretch = 16;

    private readonly List<(int Id, int Place, int Count)> stretches = []; // ascending

    public int Count { get; private set; }

    public long Bytes => (long)stretches.Capacity * BytesOfAStretch;

    /// <summary>Null for an id that has none.</summary>
    public int? Of(int id) =>
        At(id) is >= 0 and var at && id - stretches[at].Id is var distance && distance < stretches[at].Count
            ? stretches[at].Place + distance : null;

    /// <summary>Gives an id that has no place the next one.</summary>
    public int Add(int id)
    {
        var place = Count++;
        var at = At(id);
        if (at >= 0 && stretches[at] is var before && before.Id + before.Count == id && before.Place + before.Count == place)
            stretches[at] = before with { Count = before.Count + 1 };
        else
            stretches.Insert(at + 1, (id, place, 1));
        return place;
    }

    /// <summary>The last stretch that begins at this id or before; -1 for none.</summary>
    private int At(int id)
    {
        var (low, high) = (0, stretches.Count - 1);
        if (high >= 0 && stretches[high].Id <= id)
            return high; // mostly
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (stretches[middle].Id <= id)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return high;
    }
}
