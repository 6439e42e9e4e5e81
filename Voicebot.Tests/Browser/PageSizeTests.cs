using System.IO.Compression;
using System.Text.RegularExpressions;
using Voicebot.Tests.Architecture;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>What a first visit has to load.</summary>
public sealed partial class PageSizeTests
{
    private const long Limit = 170 * 1024;

    [Fact]
    public void FirstVisit_ScriptsAndStylesCompressed_StayBelowTheirLimit()
    {
        var files = NamedFiles().Matches(File.ReadAllText(Path.Combine(PageBundle.Folder, "index.html")))
            .Select(name => Path.Combine(PageBundle.Folder, name.Groups[1].Value)).ToList();

        var size = files.Sum(CompressedSize);

        Assert.Equal(4, files.Count); // the page's script, what cannot wait for it, its styles, and the API's address
        Assert.True(size < Limit, $"The scripts and styles of a first visit have {size} bytes compressed.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{files.Count} files, {size} bytes compressed");
    }

    [Fact]
    public void StyleSheets_OfTheFolder_AreAllLinked()
    {
        var sources = Path.Combine(Repository.Root, "static-site");
        var index = File.ReadAllText(Path.Combine(sources, "index.html"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(sources, "styles"), "*.css"))
            Assert.Contains($"href=\"styles/{Path.GetFileName(file)}\"", index, StringComparison.Ordinal);
    }

    [GeneratedRegex("(?:href|src)=\"([^\"]+[.](?:js|css))\"")]
    private static partial Regex NamedFiles();

    private static long CompressedSize(string file)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(file));
        return compressed.Length;
    }
}
