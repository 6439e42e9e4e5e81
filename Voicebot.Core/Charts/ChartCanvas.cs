using SkiaSharp;

namespace Voicebot.Core.Charts;

/// <summary>
/// A white sheet with the page's own typeface, which the program brings along: a server has none. Lengths are px as shown; colours are
/// those of the page's light theme, because a picture does not know the theme of who reads it.
/// </summary>
internal sealed class ChartCanvas : IDisposable
{
    public static readonly SKColor Ink = SKColor.Parse("#12161d");
    public static readonly SKColor Muted = SKColor.Parse("#626b7a");
    public static readonly SKColor Grid = SKColor.Parse("#e9ecf1");
    public static readonly SKColor Axis = SKColor.Parse("#9ea6b3");
    public static readonly SKColor Failure = SKColor.Parse("#b8370d");
    public static readonly SKColor Success = SKColor.Parse("#3f9483");
    public static readonly SKColor Unknown = SKColor.Parse("#cfd5de");
    public static readonly SKColor UnknownLine = SKColor.Parse("#858e9d");
    public static readonly SKColor Main = SKColor.Parse("#2346c4");
    public static readonly SKColor Ghost = SKColor.Parse("#626b7a");

    private const int Fineness = 2;
    private static readonly Lazy<SKTypeface> Regular = new(() => Typeface("regular"));
    private static readonly Lazy<SKTypeface> Semibold = new(() => Typeface("semibold"));

    private readonly SKSurface surface;
    private readonly int width;
    private readonly int height;

    private ChartCanvas(SKSurface surface, int width, int height)
    {
        (this.surface, this.width, this.height) = (surface, width, height);
        surface.Canvas.Scale(Fineness);
        surface.Canvas.Clear(SKColors.White);
    }

    /// <summary>Null where this computer lacks the drawing library: no chart is better than no mail.</summary>
    public static ChartPicture? Draw(int width, int height, Action<ChartCanvas> draw)
    {
        try
        {
            using var canvas = new ChartCanvas(
                SKSurface.Create(new SKImageInfo(width * Fineness, height * Fineness, SKColorType.Rgba8888, SKAlphaType.Premul)), width,
                height);
            draw(canvas);
            return canvas.Finish();
        }
        catch (Exception failure) when (failure is DllNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            return null;
        }
    }

    public void Bar(float left, float top, float right, float bottom, SKColor fill, SKColor? outline = null)
    {
        using var paint = new SKPaint { Color = fill, IsAntialias = false };
        surface.Canvas.DrawRect(new SKRect(left, top, right, bottom), paint);
        if (outline is not { } line || bottom - top < 2)
            return;
        using var pen = Pen(line, 1);
        surface.Canvas.DrawRect(new SKRect(left + 0.5f, top + 0.5f, right - 0.5f, bottom - 0.5f), pen);
    }

    public void Line(float x1, float y1, float x2, float y2, SKColor color, float thickness = 1, float[]? dashes = null)
    {
        using var pen = Pen(color, thickness, dashes);
        surface.Canvas.DrawLine(x1, y1, x2, y2, pen);
    }

    /// <summary>Interrupted where a point is missing.</summary>
    public void Curve(IEnumerable<SKPoint?> points, SKColor color, float thickness, float[]? dashes = null)
    {
        using var path = new SKPath();
        var goesOn = false;
        foreach (var point in points)
        {
            if (point is { } at && goesOn)
                path.LineTo(at);
            else if (point is { } start)
                path.MoveTo(start);
            goesOn = point is not null;
        }
        using var pen = Pen(color, thickness, dashes);
        surface.Canvas.DrawPath(path, pen);
    }

    public void Dot(SKPoint at, SKColor color, float radius = 3)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        surface.Canvas.DrawCircle(at, radius, paint);
    }

    /// <returns>How wide it came out.</returns>
    public float Text(string text, float x, float baseline, SKColor color, SKTextAlign align = SKTextAlign.Left, float size = 11,
        bool strong = false)
    {
        using var font = Font(size, strong);
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        surface.Canvas.DrawText(text, x, baseline, align, font, paint);
        return font.MeasureText(text);
    }

    public static float WidthOf(string text, float size = 11, bool strong = false)
    {
        using var font = Font(size, strong);
        return font.MeasureText(text);
    }

    public void Dispose() => surface.Dispose();

    private ChartPicture Finish()
    {
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return new ChartPicture(png.ToArray(), width, height);
    }

    private static SKPaint Pen(SKColor color, float thickness, float[]? dashes = null) => new()
    {
        Color = color,
        IsStroke = true,
        StrokeWidth = thickness,
        StrokeJoin = SKStrokeJoin.Round,
        IsAntialias = true,
        PathEffect = dashes is null ? null : SKPathEffect.CreateDash(dashes, 0),
    };

    private static SKFont Font(float size, bool strong) =>
        new((strong ? Semibold : Regular).Value, size) { Subpixel = true, Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None };

    private static SKTypeface Typeface(string weight)
    {
        using var file = typeof(ChartCanvas).Assembly.GetManifestResourceStream($"Voicebot.Core.Charts.inter-{weight}.ttf")!;
        using var data = SKData.Create(file);
        return SKTypeface.FromData(data) ?? throw new DllNotFoundException("The typeface cannot be read.");
    }
}
