using System.Globalization;

namespace Voicebot.Tests.Browser;

/// <summary>A page as a black-and-white printer gives it; 0 is black, 255 paper.</summary>
internal sealed record GreyPage(int Width, int Height, byte[] Greys)
{
    public const int Dpi = 144;
    private const double PixelsPerPoint = Dpi / 72.0;

    /// <summary>The grey at a place in points.</summary>
    public byte At(double x, double y) => Greys[(int)(y * PixelsPerPoint) * Width + (int)(x * PixelsPerPoint)];

    /// <summary>The darkest grey of each column of pixels between two places, within so many points above and below.</summary>
    public IReadOnlyList<byte> Darkest(double from, double to, double y, double reach) =>
    [
        .. Enumerable.Range((int)(from * PixelsPerPoint), (int)((to - from) * PixelsPerPoint)).Select(column =>
            Enumerable.Range((int)((y - reach) * PixelsPerPoint), (int)(2 * reach * PixelsPerPoint))
                .Min(row => Greys[row * Width + column])),
    ];

    /// <summary>Reads a binary PGM: "P5", width, height, 255, then a byte per pixel.</summary>
    public static GreyPage Of(byte[] file)
    {
        var at = 0;
        string Next()
        {
            var start = at;
            while (!char.IsWhiteSpace((char)file[at]))
                at++;
            return System.Text.Encoding.ASCII.GetString(file, start, at++ - start);
        }
        Assert.Equal("P5", Next());
        var (width, height) = (int.Parse(Next(), CultureInfo.InvariantCulture), int.Parse(Next(), CultureInfo.InvariantCulture));
        Assert.Equal("255", Next());
        return new GreyPage(width, height, file[at..]);
    }
}
