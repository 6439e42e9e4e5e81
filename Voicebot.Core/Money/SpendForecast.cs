namespace Voicebot.Core.Money;

/// <summary>
/// What the days to come will cost, with the range that holds the truth in four of five cases; pure, and without chance.
/// </summary>
/// <remarks>
/// Each day costs its weekday's factor times a level, and an error whose variance grows with the factor. The level walks, along a slope
/// that fades out: the damped local trend of Gardner and McKenzie (1985), as a state space model (Hyndman, Koehler, Ord and Snyder,
/// "Forecasting with Exponential Smoothing", 2008; Harvey, 1989), filtered by Kalman's recursions. How fast the level walks is not
/// chosen: several speeds are tried, and their forecasts are weighted by how likely each makes the days that were seen, slow ones first.
/// The sum of days to come is taken as log-normal, with Student's quantile because the errors' size is estimated, too. Weekday factors are
/// means of the weekdays, in which a day six weeks ago counts half.
/// </remarks>
public static class SpendForecast
{
    /// <summary>So many days, a factor of each weekday twice, are needed.</summary>
    public const int LeastDays = 14;
    /// <summary>Older ones are not looked at.</summary>
    public const int MostDays = 84;

    internal const double UpperTail = 0.1;
    private const double HalfWeight = 42;
    private const double LeastVariance = 0.05; // of a weekday on which hardly anything happens

    private static readonly double[] Speeds = [0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3];

    /// <param name="known">Days one after another, all of them, the first day first.</param>
    /// <param name="from">Days before it, which are not known either, are not added up.</param>
    /// <param name="to">The last day.</param>
    /// <returns>One of each day from the first that counts; empty where too little is known.</returns>
    public static IReadOnlyList<ForecastPoint> Of(IReadOnlyList<KnownDay> known, DateOnly from, DateOnly to)
    {
        var days = known.TakeLast(MostDays).ToList();
        var measured = days.Count(day => day.Usd is not null);
        if (measured < LeastDays || Factors(days) is not { } factors)
            return [];
        var paths = Speeds.Select(speed => LevelFilter.Of(days, factors, LeastVariance, speed).Ahead(days[^1].Day, from, to)).ToList();
        var best = paths.Max(path => path.LogLikelihood);
        var weights = paths.Select((path, i) => Math.Exp(path.LogLikelihood - best) / (1 + 100 * Speeds[i])).ToList();
        var all = weights.Sum();
        var quantile = StudentQuantile(Math.Max(3, measured - 7));
        return
        [
            .. Enumerable.Range(0, paths[0].Sums.Count).Select(day =>
            {
                var mean = paths.Select((path, i) => weights[i] / all * path.Sums[day].Mean).Sum();
                var variance = paths.Select((path, i) =>
                    weights[i] / all * (path.Sums[day].Variance + Math.Pow(path.Sums[day].Mean - mean, 2))).Sum();
                return Point(paths[0].Sums[day].Day, mean, variance, quantile);
            }),
        ];
    }

    private static ForecastPoint Point(DateOnly day, double mean, double variance, double quantile)
    {
        if (mean <= 0)
            return new ForecastPoint(day, 0, 0, quantile * Math.Sqrt(variance));
        var spread = Math.Sqrt(Math.Log(1 + variance / (mean * mean)));
        var middle = Math.Log(mean) - spread * spread / 2;
        return new ForecastPoint(day, mean, Math.Exp(middle - quantile * spread), Math.Exp(middle + quantile * spread));
    }

    /// <summary>By weekday, Sunday first; their mean is 1. Null where nothing was spent.</summary>
    private static WeekdayFactors? Factors(List<KnownDay> days)
    {
        var (sums, weights) = (new double[7], new double[7]);
        foreach (var day in days.Where(day => day.Usd is not null))
        {
            var weight = Math.Pow(0.5, (days[^1].Day.DayNumber - day.Day.DayNumber) / HalfWeight);
            sums[(int)day.Day.DayOfWeek] += weight * day.Usd!.Value;
            weights[(int)day.Day.DayOfWeek] += weight;
        }
        var means = Enumerable.Range(0, 7).Select(day => weights[day] > 0 ? sums[day] / weights[day] : (double?)null).ToList();
        return means.Average() is > 0 and var level
            ? new WeekdayFactors([.. means.Select(mean => mean / level ?? 1)], level) : null;
    }

    /// <summary>The point that Student's variable passes in one of ten cases (Cornish and Fisher's series).</summary>
    private static double StudentQuantile(int freedom)
    {
        const double Z = 1.2815515655446004;
        double z2 = Z * Z, z3 = z2 * Z, z5 = z3 * z2, z7 = z5 * z2;
        return Z + (z3 + Z) / 4 / freedom + (5 * z5 + 16 * z3 + 3 * Z) / 96 / (freedom * freedom)
            + (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / 384 / Math.Pow(freedom, 3);
    }
}
