namespace Voicebot.Tests.Browser;

/// <summary>
/// Colours as people see them who lack one kind of cones: Machado, Oliveira and Fernandes (2009), full severity, in linear light; and how
/// far apart two colours look, as the distance in OKLab (Ottosson, 2020) times 100.
/// </summary>
internal static class ColourVision
{
    private static readonly double[][] Everybody = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];

    public static IReadOnlyDictionary<string, double[][]> Kinds { get; } = new Dictionary<string, double[][]>
    {
        ["everybody"] = Everybody,
        ["protanopia"] =
            [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
        ["deuteranopia"] =
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
        ["tritanopia"] =
            [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    };

    /// <param name="one">Red, green, blue, 0 to 255.</param>
    public static double Distance(int[] one, int[] other, double[][] eyes)
    {
        var (a, b) = (Lab(Seen(one, eyes)), Lab(Seen(other, eyes)));
        return 100 * Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());
    }

    private static double[] Seen(int[] colour, double[][] eyes)
    {
        double[] linear = [.. colour.Select(value => value / 255.0)
            .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4))];
        return [.. Times(eyes, linear).Select(value => Math.Clamp(value, 0, 1))];
    }

    private static double[] Lab(double[] linear)
    {
        var cones = Times([[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005]], linear);
        return Times([[0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.8086757660]], [.. cones.Select(Math.Cbrt)]);
    }

    private static double[] Times(double[][] matrix, double[] vector) =>
        [.. matrix.Select(row => row.Zip(vector, (factor, value) => factor * value).Sum())];
}
