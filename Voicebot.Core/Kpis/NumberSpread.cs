using System.Globalization;

namespace Voicebot.Core.Kpis;

/// <summary>
/// How numbers spread, however many they are: they are kept one by one as long as few differ, and then in cells of a power of ten, which
/// are much narrower than the bars.
/// </summary>
internal sealed class NumberSpread
{
    private const int MostCells = 2_000;
    private const int FewestCells = 1_000;
    private const int Bars = 10; // or up to two more, where they begin at round numbers
    private const double Scale = 1.0 / (1L << 62);
    private const double Slack = 1e-9; // in cells: 0.3 divided by 0.1 is a bit less than 3
    private const double Exact = 1e15;

    private Dictionary<double, long> cells = [];
    private int? power; // of ten, the width of the cells; null while they are the numbers themselves
    private bool isWhole = true;
    private double sum;
    private double lost; // by the roundings of the sum
    private double scaled; // the same sum in a range that no doubles can leave
    private long count;

    public double? Min { get; private set; }

    public double? Max { get; private set; }

    public double? Mean => count == 0 ? null
        : Math.Clamp(Rounded(double.IsFinite(sum) ? (sum + lost) / count : scaled / count / Scale), Min!.Value, Max!.Value);

    /// <param name="number">Finite.</param>
    public void Add(double number)
    {
        count++;
        var added = sum + number;
        lost += Math.Abs(sum) >= Math.Abs(number) ? sum - added + number : number - added + sum;
        sum = added;
        scaled += number * Scale;
        isWhole &= number == Math.Floor(number);
        Min = Math.Min(number, Min ?? number);
        Max = Math.Max(number, Max ?? number);
        Count(power is { } width ? Cell(number, width) : number, 1);
        while (cells.Count > MostCells)
            Widen();
    }

    /// <summary>None where all numbers are the same, or further apart than doubles reach.</summary>
    public IReadOnlyList<NumberBar> Histogram()
    {
        if (Min is not { } min || Max is not { } max || min == max || !double.IsFinite(max - min))
            return [];
        var (digit, exponent) = Width(max - min);
        double Border(double number) =>
            exponent < 0 ? number * digit / Math.Pow(10, -exponent) : number * digit * Math.Pow(10, exponent);
        var width = Border(1);
        if (Math.Max(Math.Abs(min), Math.Abs(max)) / width > Exact)
            return [];
        var first = Math.Floor(min / width);
        first -= Border(first) > min ? 1 : 0;
        var borders = new List<double> { Border(first) };
        while (borders[^1] <= max)
            borders.Add(Border(first + borders.Count));
        var counts = new long[borders.Count - 1];
        foreach (var (cell, amount) in cells)
        {
            var at = borders.BinarySearch(power is { } cellPower ? (cell + 0.5) * Math.Pow(10, cellPower) : cell);
            counts[Math.Clamp(at < 0 ? ~at - 1 : at, 0, counts.Length - 1)] += amount;
        }
        return [.. counts.Select((amount, bar) => new NumberBar(borders[bar], borders[bar + 1], amount))];
    }

    /// <summary>1, 2 or 5 and a power of ten; whole numbers are not divided.</summary>
    private (int Digit, int Exponent) Width(double range)
    {
        var least = Math.Max(range / Bars, isWhole ? 1 : double.Epsilon);
        var exponent = (int)Math.Floor(Math.Log10(least));
        int[] digits = [1, 2, 5];
        var digit = Array.Find(digits, one => one * Math.Pow(10, exponent) >= least * (1 - Slack));
        return digit == 0 ? (1, exponent + 1) : (digit, exponent);
    }

    private void Widen()
    {
        var (old, narrow, range) = (cells, power, Max!.Value - Min!.Value);
        cells = [];
        if (!double.IsFinite(range))
            return; // there will be no histogram
        power = Math.Max((int)Math.Ceiling(Math.Log10(range / FewestCells)), narrow + 1 ?? int.MinValue);
        foreach (var (cell, amount) in old)
            Count(Cell(narrow is { } before ? (cell + 0.5) * Math.Pow(10, before) : cell, power.Value), amount);
    }

    private void Count(double cell, long amount) => cells[cell] = cells.GetValueOrDefault(cell) + amount;

    /// <summary>The order in which numbers come shows in the last digits only.</summary>
    private static double Rounded(double number) =>
        double.Parse(number.ToString("G13", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static double Cell(double number, int power) =>
        Math.Floor((power < 0 ? number * Math.Pow(10, -power) : number / Math.Pow(10, power)) + Slack);
}
