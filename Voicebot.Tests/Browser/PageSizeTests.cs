using System.IO.Compression;

namespace Voicebot.Tests.Browser;

/// <summary>What a first visit has to load.</summary>
public sealed class PageSizeTests
{
    private const long Limit = 150 * 1024;

    private static readonly string Site = Path.Combine(AppContext.BaseDirectory, "static-site");

    [Fact]
    public void ScriptsAndStyles_Compressed_StayBelowTheirLimit()
    {
        var files = new[] { "*.js", "*.css" }.SelectMany(pattern => Directory.EnumerateFiles(Site, pattern, SearchOption.AllDirectories))
            .Where(file => !Path.GetRelativePath(Site, file).StartsWith("vendor", StringComparison.Ordinal)).ToList();

        var size = files.Sum(CompressedSize);

        Assert.True(files.Count > 100, "The files of the page were not found.");
        Assert.True(size < Limit, $"All scripts and styles together have {size} bytes compressed.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{files.Count} files, {size} bytes compressed");
    }

    [Fact]
    public void StyleSheets_OfTheFolder_AreAllLinked()
    {
        var index = File.ReadAllText(Path.Combine(Site, "index.html"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Site, "styles"), "*.css"))
            Assert.Contains($"href=\"styles/{Path.GetFileName(file)}\"", index, StringComparison.Ordinal);
    }

    private static long CompressedSize(string file)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(file));
        return compressed.Length;
    }
}
