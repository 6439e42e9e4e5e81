using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Voicebot.Benchmarks.Mutations;

/// <summary>One small change of a source file.</summary>
/// <param name="Kind">The rule that made it, such as <c>boundary</c>.</param>
/// <param name="Span">What is replaced.</param>
public sealed record Mutant(SyntaxTree Tree, string Kind, TextSpan Span, string Replacement)
{
    private const int LongestShown = 100;

    /// <summary>True when dependent assemblies hold the mutated value themselves.</summary>
    public bool IsConstant { get; init; }

    public int Line => Tree.GetLineSpan(Span).StartLinePosition.Line + 1;

    public SourceText Applied => Tree.GetText().Replace(Span, Replacement);

    public override string ToString() =>
        $"{Path.GetFileName(Tree.FilePath)}:{Line} {Kind}: {Shown(Tree.GetText().ToString(Span))} → "
        + $"{(Replacement.Length == 0 ? "nothing" : Shown(Replacement))}";

    private static string Shown(string code)
    {
        var line = string.Join(' ', code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestShown ? line : line[..LongestShown] + "…";
    }
}
