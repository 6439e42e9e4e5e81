using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Voicebot.Core.Demo;

/// <summary>
/// Walks through the conversations that have begun, day by day, newest or oldest first, without ever holding more than a day.
/// </summary>
/// <param name="calendar">Knows the start times.</param>
/// <param name="now">Unix seconds; nothing later exists yet.</param>
/// <param name="agentId">One agent, or null for all. An unknown id yields nothing.</param>
/// <param name="after">Earliest start, included.</param>
/// <param name="before">Latest start, included.</param>
/// <param name="ascending">Oldest first.</param>
internal sealed class DemoTimeline(DemoCalendar calendar, long now, string? agentId, long after, long before, bool ascending)
{
    /// <summary>Everything behind a position, or from the beginning; ties of a second are ordered by key.</summary>
    public IEnumerable<(DemoKey Key, long Start)> After(DemoPosition? position)
    {
        var latest = Math.Min(now, before);
        var first = DemoCalendar.FirstDay(now);
        if (after > latest)
            yield break;
        if (after > 0 && DemoCalendar.DayOf(after) is var from && from > first)
            first = from;
        var last = latest < 0 ? DateOnly.MinValue : DemoCalendar.DayOf(latest);
        if (position is { } known)
        {
            var day = DemoCalendar.DayOf(known.Start);
            if (ascending && day > first)
                first = day;
            else if (!ascending && day < last)
                last = day;
        }

        for (var day = ascending ? first : last; day >= first && day <= last; day = day.AddDays(ascending ? 1 : -1))
        {
            foreach (var item in Day(day))
            {
                var (key, start) = item;
                if (start < after || start > latest || (position is { } p && !IsBehind(start, key, p)))
                    continue;
                yield return item;
            }
        }
    }

    private List<(DemoKey Key, long Start)> Day(DateOnly day)
    {
        var items = new List<(DemoKey Key, long Start)>();
        foreach (var agent in DemoCompany.Agents)
        {
            if (agentId is not null && agentId != agent.Id)
                continue;
            var starts = calendar.StartsOf(agent.Index, day);
            for (var i = 0; i < starts.Length; i++)
                items.Add((new DemoKey(agent.Index, day.DayNumber, i), starts[i]));
        }
        items.Sort((a, b) => (a.Start, a.Key.Packed).CompareTo((b.Start, b.Key.Packed)) * (ascending ? 1 : -1));
        return items;
    }

    private bool IsBehind(long start, DemoKey key, DemoPosition position)
    {
        var order = (start, key.Packed).CompareTo((position.Start, position.Packed));
        return ascending ? order > 0 : order < 0;
    }
}

/// <summary>Where a page ended. As a cursor it is opaque text that stays good while new conversations arrive.</summary>
internal readonly record struct DemoPosition(long Start, ulong Packed)
{
    public string Write() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(FormattableString.Invariant($"{Start}:{Packed}")));

    /// <summary>Null when it is no cursor of ours.</summary>
    public static DemoPosition? Read(string cursor)
    {
        if (!Base64Url.IsValid(cursor))
            return null;
        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)).Split(':');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start < 253_402_300_800
            && ulong.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var packed)
            ? new DemoPosition(start, packed)
            : null;
    }
}
