namespace Voicebot.Tests.Money;

/// <summary>Histories of what days cost, made from a seed; the first day is a Monday.</summary>
internal static class GeneratedSpending
{
    private static readonly double[] Weekdays = [1.1, 1.15, 1.1, 1.05, 1.0, 0.45, 0.3];

    public static IReadOnlyList<string> Shapes { get; } =
        ["weekdays", "trend", "heavy tails", "holidays", "campaigns", "walking level", "closed on weekends", "few calls"];

    public static IReadOnlyList<double> Of(string shape, Random random, int days)
    {
        var level = Between(random, 20, 200);
        var growth = shape == "trend" ? (random.Next(2) == 0 ? -1 : 1) * Between(random, 0.05, 0.2) / 30 : 0;
        var holidays = shape == "holidays" ? Holidays(random, days) : [];
        var (campaign, next) = (0, random.Next(10, 40));
        var made = new List<double>();
        for (var day = 0; day < days; day++)
        {
            var factor = shape == "closed on weekends" && day % 7 >= 5 ? 0 : Weekdays[day % 7];
            if (holidays.Contains(day))
                factor *= 0.2;
            level *= 1 + growth;
            if (shape == "walking level")
                level *= Math.Exp(0.03 * Normal(random));
            if (shape == "campaigns" && next-- == 0)
                (campaign, next) = (random.Next(3, 11), random.Next(20, 60));
            if (campaign-- > 0)
                factor *= Between(random, 1.5, 2.5);
            made.Add(shape switch
            {
                "few calls" => Enumerable.Range(0, Poisson(random, 3 * factor)).Sum(_ => Math.Exp(0.8 * Normal(random))),
                "heavy tails" => level * factor * Math.Exp(0.25 * Normal(random))
                    * (random.NextDouble() < 0.05 ? Between(random, 2, 6) : 1),
                _ => level * factor * Math.Exp(0.15 * Normal(random)),
            });
        }
        return made;
    }

    private static HashSet<int> Holidays(Random random, int days)
    {
        var found = new HashSet<int>();
        for (var day = random.Next(20); day < days; day += random.Next(10, 36))
            for (var length = new[] { 1, 1, 1, 2, 4 }[random.Next(5)]; length > 0; length--)
                found.Add(day + length);
        return found;
    }

    private static double Between(Random random, double least, double most) => least + (most - least) * random.NextDouble();

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static int Poisson(Random random, double mean)
    {
        var (count, product) = (0, random.NextDouble());
        for (; product > Math.Exp(-mean); count++)
            product *= random.NextDouble();
        return count;
    }
}
