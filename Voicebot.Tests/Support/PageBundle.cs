namespace Voicebot.Tests.Support;

/// <summary>The page as the build bundled it; the hashes in its files' names are known only then.</summary>
internal static class PageBundle
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "static-site");

    public static string Script => PathOf("main-*.js");
    public static string Style => PathOf("page-*.css");
    public static string Font => PathOf("inter-*.woff2");
    public static string ChartLibrary => PathOf("chart-*.js");

    /// <summary>Relative to the page's address.</summary>
    private static string PathOf(string pattern) =>
        "assets/" + Path.GetFileName(Assert.Single(Directory.GetFiles(Path.Combine(Folder, "assets"), pattern)));
}
