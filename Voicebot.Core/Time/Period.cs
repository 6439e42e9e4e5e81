namespace Voicebot.Core.Time;

/// <summary>Local days, both inclusive; null is open. <see cref="Month"/> is set when the period was asked for as one.</summary>
public sealed record Period(DateOnly? From, DateOnly? To, Month? Month = null)
{
    public static Period AllTime { get; } = new(null, null);

    public static Period Of(Month month) => new(month.FirstDay, month.LastDay, month);

    /// <summary>Written out because <see cref="Previous"/> has one before it, without end.</summary>
    public override string ToString() => $"{From:yyyy-MM-dd}..{To:yyyy-MM-dd}";

    /// <summary>The month before, or as many days just before; null when the period is open.</summary>
    public Period? Previous
    {
        get
        {
            if (Month is { } month)
                return Of(month.Previous);
            if (From is not { } from || To is not { } to)
                return null;
            var days = to.DayNumber - from.DayNumber + 1;
            return from.DayNumber < days ? null : new Period(from.AddDays(-days), from.AddDays(-1));
        }
    }
}
