using System.Buffers;

namespace Voicebot.Core.Columns;

/// <summary>The conversations that a filter picks, block by block, in the order in which they lie there.</summary>
internal sealed class RowSelection : IDisposable
{
    private readonly List<SelectedPart> parts = [];
    private ushort[] places;

    private RowSelection(int most) => places = ArrayPool<ushort>.Shared.Rent(Math.Max(most, 1));

    public int Count { get; private set; }

    /// <summary>The parts that hold any; see <see cref="PlacesOf"/>.</summary>
    public IReadOnlyList<SelectedPart> Parts => parts;

    public static RowSelection Of(ColumnTable table, RowFilter filter, CancellationToken cancellation)
    {
        var selection = new RowSelection(table.Blocks.Count * ColumnBlock.Size);
        var tests = filter.Begin(table);
        for (var number = 0; number < table.Blocks.Count; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            var block = table.Blocks[number];
            var room = selection.places.AsSpan(selection.Count, ColumnBlock.Size);
            var count = tests.Select(block, Math.Min(table.Places - (number << ColumnBlock.Bits), ColumnBlock.Size), room);
            if (count == 0)
                continue;
            selection.parts.Add(new SelectedPart(block, selection.Count, count));
            selection.Count += count;
        }
        return selection;
    }

    /// <summary>Where the picked ones of a part lie within its block, ascending.</summary>
    public ReadOnlySpan<ushort> PlacesOf(SelectedPart part) => places.AsSpan(part.First, part.Count);

    public ReadOnlyMemory<ushort> MemoryOf(SelectedPart part) => places.AsMemory(part.First, part.Count);

    /// <summary>How many of them another selection of the same table picks, too.</summary>
    public int CountShared(RowSelection other)
    {
        var others = other.parts.ToDictionary<SelectedPart, ColumnBlock>(part => part.Block, ReferenceEqualityComparer.Instance);
        return parts.Sum(part => others.TryGetValue(part.Block, out var same) ? CountShared(PlacesOf(part), other.PlacesOf(same)) : 0);
    }

    /// <summary>Both are ascending.</summary>
    private static int CountShared(ReadOnlySpan<ushort> ones, ReadOnlySpan<ushort> others)
    {
        var (shared, one, other) = (0, 0, 0);
        while (one < ones.Length && other < others.Length)
        {
            var (place, otherPlace) = (ones[one], others[other]);
            if (place == otherPlace)
                shared++;
            if (place <= otherPlace)
                one++;
            if (otherPlace <= place)
                other++;
        }
        return shared;
    }

    public void Dispose()
    {
        ArrayPool<ushort>.Shared.Return(places);
        places = [];
        parts.Clear();
        Count = 0;
    }
}

/// <summary>Of one block.</summary>
/// <param name="First">Where its places begin among those of the selection.</param>
internal readonly record struct SelectedPart(ColumnBlock Block, int First, int Count);
