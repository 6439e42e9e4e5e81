namespace Voicebot.Functions.Shortcut;

/// <summary>The product's icon as files for the three systems; the program carries them.</summary>
public static class ProductIcon
{
    /// <summary>A PNG file of 256 × 256 pixels.</summary>
    public static byte[] Png() => Read("voicebot.png");

    /// <summary>A Windows .ico file from 16 to 256 pixels.</summary>
    public static byte[] Ico() => Read("voicebot.ico");

    /// <summary>A macOS .icns file from 32 to 512 pixels.</summary>
    public static byte[] Icns() => Read("voicebot.icns");

    private static byte[] Read(string name)
    {
        using var file = typeof(ProductIcon).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
