namespace Voicebot.Functions.Shortcut;

/// <summary>The product's icon as files for the three systems, all of the one drawing.</summary>
public static class ProductIcon
{
    private static readonly int[] IcoSizes = [16, 24, 32, 48, 64, 128, 256];

    /// <summary>A square PNG file.</summary>
    /// <param name="size">Pixels, 8 and more.</param>
    public static byte[] Png(int size) => PngFile.Write(IconDrawing.Draw(size), size, size);

    /// <summary>A Windows .ico file from 16 to 256 pixels; voicebot.ico beside this file is what it returns.</summary>
    public static byte[] Ico() => IcoFile.Write([.. IcoSizes.Select(size => (size, Png(size)))]);

    /// <summary>A macOS .icns file.</summary>
    public static byte[] Icns() => IcnsFile.Write(Png);
}
