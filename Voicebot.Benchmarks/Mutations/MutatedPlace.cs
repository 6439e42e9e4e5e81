using System.Globalization;

namespace Voicebot.Benchmarks.Mutations;

/// <summary>A folder, a file or one line of a file whose rules are changed.</summary>
/// <param name="Path">Whole.</param>
public sealed record MutatedPlace(string Path, int? Line)
{
    /// <param name="root">Of the repository.</param>
    /// <param name="written">From there, such as <c>Voicebot.Core/Kpis</c> or <c>Voicebot.Core/Time/Month.cs:12</c>.</param>
    public static MutatedPlace Of(string root, string written)
    {
        var colon = written.LastIndexOf(':');
        return colon >= 0 && int.TryParse(written[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? new(Whole(root, written[..colon]), line)
            : new(Whole(root, written), null);
    }

    public bool Holds(string file) =>
        file == Path || file.StartsWith(Path + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal);

    public bool Holds(Mutant mutant) => Holds(mutant.Tree.FilePath) && (Line is null || Line == mutant.Line);

    private static string Whole(string root, string path) => System.IO.Path.GetFullPath(System.IO.Path.Combine(root, path));
}
