namespace Voicebot.Core.Money;

/// <summary>How the weekdays differ.</summary>
/// <param name="Factors">By weekday, Sunday first; their mean is 1.</param>
/// <param name="Level">What a day costs on average.</param>
internal sealed record WeekdayFactors(IReadOnlyList<double> Factors, double Level)
{
    public double Of(DateOnly day) => Factors[(int)day.DayOfWeek];
}

/// <summary>What days to come cost together, for one speed of the level.</summary>
internal sealed record SpendPath(double LogLikelihood, IReadOnlyList<(DateOnly Day, double Mean, double Variance)> Sums);

/// <summary>
/// Kalman's filter over a level and its slope (see <see cref="SpendForecast"/>). Variances are in units of the errors' variance, which is
/// estimated from what each day was off.
/// </summary>
internal sealed class LevelFilter
{
    private const double Damping = 0.98; // of the slope, a day
    private const double SlopeOfWeek = 0.02; // what slopes are usual, as a part of the level
    private const double UnknownLevel = 100;

    private readonly WeekdayFactors factors;
    private readonly double least;
    private readonly double speed;
    private readonly double slopeVariance;
    private double level;
    private double slope;
    private double levelVariance = UnknownLevel;
    private double covariance;
    private double variance;
    private double squares;
    private double determinants;
    private int measured;

    private LevelFilter(List<KnownDay> days, WeekdayFactors factors, double least, double speed)
    {
        (this.factors, this.least, this.speed, level) = (factors, least, speed, factors.Level);
        var rough = Math.Max(ErrorOfDay(days), Math.Pow(1e-6 * level, 2));
        variance = slopeVariance = Math.Pow(SlopeOfWeek * level / 7, 2) / rough;
    }

    /// <summary>How much days differ from the same weekday a week before, in which a slope hardly shows.</summary>
    private static double ErrorOfDay(List<KnownDay> days)
    {
        var changes = days.Skip(7).Zip(days, (day, before) => day.Usd - before.Usd).OfType<double>().ToList();
        return changes.Sum(change => change * change) / 2 / Math.Max(1, changes.Count);
    }

    /// <param name="least">The least variance of a day's error.</param>
    /// <param name="speed">Variance of the level's step a day.</param>
    public static LevelFilter Of(List<KnownDay> days, WeekdayFactors factors, double least, double speed)
    {
        var filter = new LevelFilter(days, factors, least, speed);
        for (var i = 0; i < days.Count; i++)
        {
            if (i > 0)
                filter.Step();
            if (days[i].Usd is { } usd)
                filter.See(days[i].Day, usd);
        }
        return filter;
    }

    /// <param name="last">The last day that was seen.</param>
    /// <param name="from">The first day that counts.</param>
    /// <param name="to">The last one.</param>
    public SpendPath Ahead(DateOnly last, DateOnly from, DateOnly to)
    {
        var error = Math.Max(squares / Math.Max(1, measured - 7), 1e-12);
        var likelihood = determinants - 0.5 * measured * Math.Log(squares + 1e-12);
        var sums = new List<(DateOnly, double, double)>();
        double sum = 0, ofSum = 0, withLevel = 0, withSlope = 0;
        for (var day = last.AddDays(1); day <= to; day = day.AddDays(1))
        {
            (withLevel, withSlope) = (withLevel + withSlope, Damping * withSlope);
            Step();
            if (day < from)
                continue;
            var factor = factors.Of(day);
            sum += factor * level;
            ofSum += 2 * factor * withLevel + factor * factor * levelVariance + Math.Max(factor, least);
            withLevel += factor * levelVariance;
            withSlope += factor * covariance;
            sums.Add((day, sum, ofSum * error));
        }
        return new SpendPath(likelihood, sums);
    }

    private void Step()
    {
        (level, slope) = (level + slope, Damping * slope);
        levelVariance += 2 * covariance + variance + speed;
        covariance = Damping * (covariance + variance);
        variance = Damping * Damping * variance + (1 - Damping * Damping) * slopeVariance;
    }

    private void See(DateOnly day, double usd)
    {
        var factor = factors.Of(day);
        var off = usd - factor * level;
        var expected = factor * factor * levelVariance + Math.Max(factor, least);
        var (toLevel, toSlope) = (factor * levelVariance / expected, factor * covariance / expected);
        (level, slope) = (level + toLevel * off, slope + toSlope * off);
        variance -= toSlope * factor * covariance;
        covariance -= toLevel * factor * covariance;
        levelVariance -= toLevel * factor * levelVariance;
        squares += off * off / expected;
        determinants -= 0.5 * Math.Log(expected);
        measured++;
    }
}
