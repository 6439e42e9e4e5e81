namespace Voicebot.Core.Money;

/// <summary>Days added up, exactly.</summary>
internal sealed record CostSums(long Conversations, long Known, long Successful, long Seconds, decimal Usd)
{
    public static CostSums Of(IEnumerable<CostDay> days) => days.Aggregate(new CostSums(0, 0, 0, 0, 0), (sum, day) => new CostSums(
        sum.Conversations + day.Conversations, sum.Known + day.Known, sum.Successful + day.Successful, sum.Seconds + day.Seconds,
        sum.Usd + day.Usd));

    /// <summary>Nothing at all is 0, but conversations of which no cost is known are unknown.</summary>
    public decimal? Spent => Known > 0 || Conversations == 0 ? Usd : null;

    /// <summary>All known dollars by the successful conversations, as in the KPIs.</summary>
    public decimal? PerSuccess => Known > 0 && Successful > 0 ? Usd / Successful : null;

    public decimal? PerMinute => Known > 0 && Seconds > 0 ? Usd / Seconds * 60 : null;
}
