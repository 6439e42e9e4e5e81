namespace Voicebot.Core.Time;

/// <summary>Local days, both inclusive; null is open. <see cref="Month"/> is set when the period was asked for as one.</summary>
public sealed record Period(DateOnly? From, DateOnly? To, Month? Month = null)
{
    public static Period AllTime { get; } = new(null, null);

    public static Period Of(Month month) => new(month.FirstDay, month.LastDay, month);
}
