namespace Voicebot.Tests.Architecture;

/// <summary>The sources that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = [".git", "artifacts", "bin", "node_modules", "obj", "TestResults", "vendor"];

    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>C# sources below a folder, as paths from the root with '/'; without build output.</summary>
    public static IReadOnlyList<string> Sources(string folder) => Below(folder, "*.cs");

    /// <summary>All files of ours with such a name, in the same way; without what was built, installed or made.</summary>
    public static IReadOnlyList<string> Files(string pattern) => Below(".", pattern);

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IReadOnlyList<string> Below(string folder, string pattern) =>
    [
        .. Walk(new DirectoryInfo(Path.Combine(Root, folder)), pattern)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Walk(DirectoryInfo folder, string pattern) =>
        folder.EnumerateFiles(pattern).Select(file => file.FullName).Concat(folder.EnumerateDirectories()
            .Where(child => !NotOurs.Contains(child.Name)).SelectMany(child => Walk(child, pattern)));

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Voicebot.Functions.sln"))
            ? folder
            : FindRoot(Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("The tests do not run inside the repository."));
}
