using System.Globalization;
using System.Xml.Linq;

namespace Voicebot.Tests.Browser;

/// <summary>A word and its box, in points from the upper left corner of its page.</summary>
internal sealed record PaperWord(string Text, double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;
    public double Height => Bottom - Top;

    public static PaperWord Of(XElement word)
    {
        double At(string name) => double.Parse(word.Attribute(name)!.Value, CultureInfo.InvariantCulture);
        return new PaperWord(word.Value, At("xMin"), At("yMin"), At("xMax"), At("yMax"));
    }

    /// <summary>How much of the smaller one the other covers, 0 to 1; boxes are higher than letters.</summary>
    public double Covers(PaperWord other)
    {
        var (width, height) =
            (Math.Min(Right, other.Right) - Math.Max(Left, other.Left), Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top));
        return width <= 0 || height <= 0 ? 0 : width * height / Math.Min(Width * Height, other.Width * other.Height);
    }
}
