using SkiaSharp;

namespace Voicebot.Core.Charts;

/// <summary>Conversations by day: failures on the baseline, so that they compare, then unknown ones, then successes.</summary>
public static class OutcomeChart
{
    private const int Width = 560;
    private const int Height = 220;
    private const float Left = 40;
    private const float Top = 34;
    private const float Bottom = Height - 24;

    /// <param name="days">With what stands below each; empty for none.</param>
    /// <param name="before">
    /// Conversations of the same days of the period before, for a line, null where there is none; empty for no line.
    /// </param>
    /// <param name="legend">Words for failure, unknown, success, and the line.</param>
    /// <param name="number">How a number is written.</param>
    public static ChartPicture? Draw(IReadOnlyList<(string Label, long Failure, long Unknown, long Success)> days,
        IReadOnlyList<long?> before, IReadOnlyList<string> legend, Func<double, string> number) =>
        ChartCanvas.Draw(Width, Height, canvas =>
    {
        var scale = ChartScale.FromZero(days.Select(day => day.Failure + day.Unknown + day.Success).Concat(before.OfType<long>())
            .DefaultIfEmpty(0).Max());
        float Y(double value) => Bottom - (float)(value / scale.Most) * (Bottom - Top);
        foreach (var value in scale.Values())
        {
            canvas.Line(Left, MathF.Round(Y(value)) + 0.5f, Width, MathF.Round(Y(value)) + 0.5f,
                value == 0 ? ChartCanvas.Axis : ChartCanvas.Grid);
            canvas.Text(number(value), Left - 8, Y(value) + 4, ChartCanvas.Muted, SKTextAlign.Right);
        }
        var slot = (Width - Left) / Math.Max(days.Count, 1);
        var half = MathF.Min(slot * 0.36f, 24);
        for (var i = 0; i < days.Count; i++)
        {
            var middle = Left + slot * (i + 0.5f);
            var day = days[i];
            var (failure, unknown) = (Y(day.Failure), Y(day.Failure + day.Unknown));
            canvas.Bar(middle - half, Y(day.Failure + day.Unknown + day.Success), middle + half, unknown - Gap(day.Success, unknown),
                ChartCanvas.Success);
            canvas.Bar(middle - half, unknown, middle + half, failure - Gap(day.Unknown, failure), SKColors.White,
                ChartCanvas.UnknownLine);
            canvas.Bar(middle - half, failure, middle + half, Bottom, ChartCanvas.Failure);
            canvas.Text(day.Label, middle, Bottom + 16, ChartCanvas.Muted, SKTextAlign.Center);
        }
        if (before.Count > 1)
            canvas.Curve(before.Take(days.Count)
                .Select((total, i) => total is { } known ? new SKPoint(Left + slot * (i + 0.5f), Y(known)) : (SKPoint?)null),
                ChartCanvas.Ghost, 1.5f, [5, 4]);
        Legend(canvas, legend, before.Count > 1);
    });

    /// <summary>One px between parts that are there.</summary>
    private static float Gap(long part, float below) => part > 0 && below < Bottom ? 1 : 0;

    private static void Legend(ChartCanvas canvas, IReadOnlyList<string> words, bool hasLine)
    {
        var x = Left;
        SKColor[] fills = [ChartCanvas.Failure, SKColors.White, ChartCanvas.Success];
        for (var i = 0; i < fills.Length; i++)
        {
            canvas.Bar(x, 6, x + 10, 16, fills[i], i == 1 ? ChartCanvas.UnknownLine : null);
            x += 15 + canvas.Text(words[i], x + 15, 15, ChartCanvas.Ink) + 16;
        }
        if (!hasLine)
            return;
        canvas.Line(x, 11, x + 18, 11, ChartCanvas.Ghost, 1.5f, [5, 4]);
        canvas.Text(words[3], x + 23, 15, ChartCanvas.Ink);
    }
}
