using SkiaSharp;

namespace Voicebot.Core.Charts;

/// <summary>A rate over the days, with its target.</summary>
public static class RateChart
{
    private const int Width = 560;
    private const int Height = 180;
    private const float Left = 56;
    private const float Right = Width - 56;
    private const float Top = 14;
    private const float Bottom = Height - 24;

    /// <param name="days">In percent; null where too little is known. With what stands below each; empty for none.</param>
    /// <param name="target">Null for none.</param>
    /// <param name="targetWord">What stands on the target's line.</param>
    /// <param name="percent">How an axis value is written.</param>
    /// <param name="last">How the last value is written.</param>
    public static ChartPicture? Draw(IReadOnlyList<(string Label, double? Rate)> days, double? target, string targetWord,
        Func<double, string> percent, string last) => ChartCanvas.Draw(Width, Height, canvas =>
    {
        var scale = ChartScale.OfRates([.. days.Select(day => day.Rate).Append(target).OfType<double>()]);
        float Y(double value) => Bottom - (float)((value - scale.Least) / (scale.Most - scale.Least)) * (Bottom - Top);
        foreach (var value in scale.Values())
        {
            canvas.Line(Left, MathF.Round(Y(value)) + 0.5f, Width, MathF.Round(Y(value)) + 0.5f,
                value == 0 ? ChartCanvas.Axis : ChartCanvas.Grid);
            canvas.Text(percent(value), Left - 8, Y(value) + 4, ChartCanvas.Muted, SKTextAlign.Right);
        }
        var step = (Right - Left) / Math.Max(days.Count - 1, 1);
        for (var i = 0; i < days.Count; i++)
            canvas.Text(days[i].Label, Left + step * i, Bottom + 16, ChartCanvas.Muted, SKTextAlign.Center);
        if (target is { } aim)
        {
            canvas.Line(Left, Y(aim), Width, Y(aim), ChartCanvas.Ink, 1.2f, [1.5f, 3]);
            // On the side of the line where the curve does not begin.
            canvas.Text(targetWord, Left + 6, Y(aim) + (days[0].Rate > aim ? 13 : -5), ChartCanvas.Ink);
        }
        var points = days.Select((day, i) => day.Rate is { } rate ? new SKPoint(Left + step * i, Y(rate)) : (SKPoint?)null).ToList();
        canvas.Curve(points, ChartCanvas.Main, 2);
        if (points.LastOrDefault(point => point is not null) is not { } end)
            return;
        canvas.Dot(end, ChartCanvas.Main, 4);
        canvas.Text(last, end.X + 9, end.Y + 4, ChartCanvas.Main, size: 12, strong: true);
    });
}
