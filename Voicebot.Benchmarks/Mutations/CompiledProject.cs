using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Voicebot.Benchmarks.Mutations;

/// <summary>A project as its build compiles it, generated sources included, ready to be compiled again with a change.</summary>
public sealed class CompiledProject
{
    private readonly CSharpCompilation compilation;
    private readonly IReadOnlyList<ResourceDescription> resources;

    private CompiledProject(string name, CSharpCompilation compilation, IReadOnlyList<ResourceDescription> resources)
    {
        (Name, this.compilation, this.resources) = (name, compilation, resources);
        Original = Emit(compilation, out var errors) ?? throw new InvalidOperationException($"{name} does not compile here: {errors}");
    }

    public string Name { get; }
    public byte[] Original { get; }

    public IEnumerable<SyntaxTree> Trees => compilation.SyntaxTrees;

    /// <summary>Builds the project once to learn the compiler's arguments and its generated sources.</summary>
    /// <param name="root">Of the repository.</param>
    /// <param name="scratch">An empty folder.</param>
    public static CompiledProject Load(string root, string name, string scratch)
    {
        var folder = Path.Combine(root, name);
        var generated = Directory.CreateDirectory(Path.Combine(scratch, name)).FullName;
        var said = Run("dotnet", folder,
        [
            "build", "--no-restore", "--no-dependencies", "--no-incremental",
            "-p:EmitCompilerGeneratedFiles=true", $"-p:CompilerGeneratedFilesOutputPath={generated}", "-p:ProvideCommandLineArgs=true",
            "-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false", "-p:TreatWarningsAsErrors=false", "-getItem:CscCommandLineArgs",
        ]);
        using var items = JsonDocument.Parse(said[said.IndexOf('{', StringComparison.Ordinal)..]);
        var arguments = items.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray()
            .Select(item => item.GetProperty("Identity").GetString()!);
        var parsed = CSharpCommandLineParser.Default.Parse(arguments, folder, null);
        var sources = parsed.SourceFiles.Select(file => file.Path)
            .Concat(Directory.EnumerateFiles(generated, "*.cs", SearchOption.AllDirectories));
        var trees = sources.Select(path =>
            CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(path), Encoding.UTF8), parsed.ParseOptions, path));
        var references = parsed.MetadataReferences.Select(reference =>
            MetadataReference.CreateFromFile(reference.Reference, reference.Properties));
        var options = parsed.CompilationOptions.WithGeneralDiagnosticOption(ReportDiagnostic.Suppress).WithDeterministic(true);
        return new CompiledProject(name, CSharpCompilation.Create(name, trees, references, options), parsed.ManifestResources);
    }

    /// <summary>Null when the change does not compile.</summary>
    public byte[]? With(Mutant mutant) =>
        Emit(compilation.ReplaceSyntaxTree(mutant.Tree, mutant.Tree.WithChangedText(mutant.Applied)), out _);

    /// <summary>Compiled against other versions of the projects that it refers to.</summary>
    public byte[]? Against(IReadOnlyDictionary<string, byte[]> others)
    {
        var changed = compilation;
        foreach (var reference in compilation.References.OfType<PortableExecutableReference>())
            if (others.TryGetValue(Path.GetFileNameWithoutExtension(reference.FilePath) ?? "", out var assembly))
                changed = changed.ReplaceReference(reference, MetadataReference.CreateFromImage(assembly));
        return Emit(changed, out _);
    }

    private byte[]? Emit(CSharpCompilation changed, out string errors)
    {
        using var assembly = new MemoryStream();
        var result = changed.Emit(assembly, manifestResources: resources);
        errors = string.Join("; ", result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).Take(3));
        return result.Success ? assembly.ToArray() : null;
    }

    private static string Run(string program, string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{Path.GetFileName(folder)} does not build: {said}");
    }
}
