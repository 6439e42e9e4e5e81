namespace Voicebot.Functions.Shortcut;

/// <summary>
/// The product's icon, drawn by code so that every size is sharp and the repository needs no drawing program:
/// a rounded square with a speech bubble, and in the bubble the bars of a chart that are also a voice's levels.
/// </summary>
public static class IconDrawing
{
    /// <summary>Below this the bubble fills more of the square and has three bars instead of four; detail would only blur.</summary>
    private const int SmallSize = 40;

    /// <summary>Up to here edges are moved onto whole pixels.</summary>
    private const int LargestSnapped = 64;

    /// <summary>Samples per pixel and direction; 5 × 5 gives 26 shades on an edge.</summary>
    private const int Samples = 5;

    private static readonly Colour Top = new(0.31, 0.27, 0.90);
    private static readonly Colour Bottom = new(0.04, 0.60, 0.70);
    private static readonly Colour Paper = new(1, 1, 1);
    private static readonly Colour Ink = new(0.18, 0.20, 0.62);
    private static readonly Colour Accent = new(0.98, 0.62, 0.12);

    /// <summary>Draws the icon at a size.</summary>
    /// <param name="size">Width and height in pixels, 8 and more.</param>
    /// <returns>size × size pixels of four bytes, red, green, blue, alpha (not premultiplied), rows from the top.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The size is below 8.</exception>
    public static byte[] Draw(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 8);
        var shape = Shape.For(size);
        var pixels = new byte[size * size * 4];
        for (var pixel = 0; pixel < size * size; pixel++)
        {
            var (y, x) = Math.DivRem(pixel, size);
            var (red, green, blue, covered) = (0.0, 0.0, 0.0, 0);
            for (var sample = 0; sample < Samples * Samples; sample++)
            {
                var u = (x + (sample % Samples + 0.5) / Samples) / size;
                var v = (y + (sample / Samples + 0.5) / Samples) / size;
                if (shape.ColourAt(u, v) is not { } colour)
                    continue;
                red += colour.Red;
                green += colour.Green;
                blue += colour.Blue;
                covered++;
            }
            if (covered == 0)
                continue;
            var at = pixel * 4;
            pixels[at] = ToByte(red / covered);
            pixels[at + 1] = ToByte(green / covered);
            pixels[at + 2] = ToByte(blue / covered);
            pixels[at + 3] = ToByte((double)covered / (Samples * Samples));
        }
        return pixels;
    }

    private static byte ToByte(double value) => (byte)Math.Clamp((int)(value * 255 + 0.5), 0, 255);

    private readonly record struct Colour(double Red, double Green, double Blue)
    {
        public static Colour Between(Colour from, Colour to, double part) => new(
            from.Red + (to.Red - from.Red) * part, from.Green + (to.Green - from.Green) * part, from.Blue + (to.Blue - from.Blue) * part);
    }

    /// <summary>The drawing in a unit square; (0,0) is the top left corner.</summary>
    private sealed record Shape(Box Square, Box Bubble, Box[] Bars, (double X, double Y)[] Tail)
    {
        public static Shape For(int size)
        {
            var small = size < SmallSize;
            // Edges on whole pixels keep small icons from looking blurred.
            double Snap(double value) => size <= LargestSnapped ? Math.Round(value * size) / size : value;
            var bubble = small
                ? new Box(Snap(0.14), Snap(0.17), Snap(0.86), Snap(0.71), 0.13)
                : new Box(Snap(0.165), Snap(0.195), Snap(0.835), Snap(0.695), 0.125);
            double[] heights = small ? [0.42, 0.72, 1.0] : [0.36, 0.62, 0.48, 1.0];
            var width = small ? Math.Max(2.0 / size, Snap(0.125)) : Snap(0.084);
            var gap = small ? Math.Max(1.0 / size, Snap(0.065)) : Snap(0.047);
            var floor = Snap(bubble.Bottom - (small ? 0.085 : 0.1));
            var tallest = floor - Snap(bubble.Top + (small ? 0.085 : 0.1));
            var left = Snap((bubble.Left + bubble.Right - heights.Length * width - (heights.Length - 1) * gap) / 2);
            var bars = heights
                .Select((height, i) => (X: left + i * (width + gap), Y: Snap(floor - tallest * height)))
                .Select(b => new Box(b.X, b.Y, b.X + width, floor, small ? 0 : width * 0.36))
                .ToArray();
            return new Shape(
                small ? new Box(0, 0, 1, 1, 0.2) : new Box(Snap(0.03), Snap(0.03), Snap(0.97), Snap(0.97), 0.215), bubble, bars,
                [
                    (bubble.Left + 0.13, bubble.Bottom - 0.02),
                    (bubble.Left + 0.37, bubble.Bottom - 0.02),
                    (bubble.Left + 0.115, bubble.Bottom + 0.165),
                ]);
        }

        /// <summary>Null outside the icon.</summary>
        public Colour? ColourAt(double u, double v)
        {
            if (!Square.Contains(u, v))
                return null;
            for (var i = 0; i < Bars.Length; i++)
            {
                if (Bars[i].Contains(u, v))
                    return i == Bars.Length - 1 ? Accent : Ink;
            }
            if (Bubble.Contains(u, v) || InTail(u, v))
                return Paper;
            return Colour.Between(Top, Bottom, Math.Clamp((u * 0.45 + v) / 1.45, 0, 1));
        }

        private bool InTail(double u, double v)
        {
            var (a, b, c) = (Side(Tail[0], Tail[1], u, v), Side(Tail[1], Tail[2], u, v), Side(Tail[2], Tail[0], u, v));
            return (a >= 0 && b >= 0 && c >= 0) || (a <= 0 && b <= 0 && c <= 0);
        }

        private static double Side((double X, double Y) from, (double X, double Y) to, double u, double v) =>
            (to.X - from.X) * (v - from.Y) - (to.Y - from.Y) * (u - from.X);
    }

    /// <summary>A rectangle with rounded corners.</summary>
    private readonly record struct Box(double Left, double Top, double Right, double Bottom, double Radius)
    {
        public bool Contains(double u, double v)
        {
            if (u < Left || u >= Right || v < Top || v >= Bottom)
                return false;
            var dx = Math.Max(Math.Max(Left + Radius - u, u - (Right - Radius)), 0);
            var dy = Math.Max(Math.Max(Top + Radius - v, v - (Bottom - Radius)), 0);
            return dx * dx + dy * dy <= Radius * Radius;
        }
    }
}
