using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Voicebot.Benchmarks.Mutations;

/// <summary>What the tests say of the assemblies that lie beside them.</summary>
public enum TestVerdict
{
    Passed,
    Failed,
    TookTooLong,
}

/// <summary>A copy of the built tests, in which assemblies are exchanged and some classes are run.</summary>
/// <param name="folder">Inside the repository: some tests look at its sources.</param>
/// <param name="prefix">A command that starts every run, such as <c>nice -n 10</c>.</param>
public sealed partial class TestRuns(string folder, IReadOnlyList<string> prefix)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestUnknown = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan LongestMeasured = TimeSpan.FromMinutes(30);
    // They start an office program, or end and start the product again and again: minutes for the rules of a few files.
    private static readonly string[] LeftOut = ["Voicebot.Tests.Csv.SpreadsheetTests", "Voicebot.Tests.Privacy.KilledErasureTests"];

    private readonly Dictionary<string, TimeSpan> usual = new(StringComparer.Ordinal);

    /// <summary>Without the drivers of a browser, which none of these tests starts.</summary>
    public static TestRuns Prepare(string built, string folder, IReadOnlyList<string> prefix)
    {
        foreach (var path in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(built, path);
            if (relative.StartsWith(".playwright", StringComparison.Ordinal))
                continue;
            var to = Path.Combine(folder, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(path, to, overwrite: true);
        }
        return new TestRuns(folder, prefix);
    }

    /// <param name="assemblies">By name.</param>
    public void Put(IReadOnlyDictionary<string, byte[]> assemblies)
    {
        foreach (var (name, content) in assemblies)
            File.WriteAllBytes(Path.Combine(folder, name + ".dll"), content);
    }

    /// <summary>Runs the classes until one test fails; they may take three times what they took before, where that is known.</summary>
    /// <param name="failed">The name of the test that failed; empty where none did, or where it is not told.</param>
    public TestVerdict Run(IReadOnlyList<string> classes, out string failed)
    {
        var limit = usual.TryGetValue(string.Join(' ', classes), out var normal) ? 3 * normal + Grace : LongestUnknown;
        var verdict = Start(classes, limit, out var said);
        failed = FirstFailure().Match(said).Groups[1].Value;
        return verdict;
    }

    /// <summary>How long the classes take is known, so that it is known what is too long.</summary>
    public bool IsMeasured(IReadOnlyList<string> classes) => usual.ContainsKey(string.Join(' ', classes));

    /// <summary>The class whose test failed, once: only where it passes without a mutant does it say something when it fails.</summary>
    /// <param name="test">As <see cref="Run"/> named it.</param>
    /// <exception cref="InvalidOperationException">It fails.</exception>
    public void Confirm(string test) => Measure(["Voicebot.Tests." + test[..test.LastIndexOf('.')]]);

    /// <summary>
    /// The run of what nobody changed, once for these classes: only where they pass does it say something when they fail.
    /// </summary>
    /// <exception cref="InvalidOperationException">They fail, or are none.</exception>
    public void Measure(IReadOnlyList<string> classes)
    {
        var key = string.Join(' ', classes);
        if (usual.ContainsKey(key))
            return;
        var watch = Stopwatch.StartNew();
        var verdict = Start(classes, LongestMeasured, out var said);
        if (verdict != TestVerdict.Passed) // a busy machine; what fails twice is wrong
            verdict = Start(classes, LongestMeasured, out said);
        if (verdict != TestVerdict.Passed || Total().Match(said) is not { Success: true } total || total.Groups[1].Value == "0")
            throw new InvalidOperationException($"The tests {key} do not pass without a mutant:\n{said}");
        usual[key] = watch.Elapsed;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{key}: {total.Groups[1].Value} tests, {watch.Elapsed.TotalSeconds:0.0} s"));
    }

    private TestVerdict Start(IReadOnlyList<string> classes, TimeSpan limit, out string said)
    {
        List<string> command =
            [.. prefix, "dotnet", Path.Combine(folder, "Voicebot.Tests.dll"), "-noLogo", "-noColor", "-stopOnFail",
                .. classes.SelectMany(one => new[] { "-class", one }), .. LeftOut.SelectMany(one => new[] { "-class-", one })];
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            said = "";
            return TestVerdict.TookTooLong;
        }
        said = output.Result + errors.Result;
        return process.ExitCode == 0 ? TestVerdict.Passed : TestVerdict.Failed;
    }

    [GeneratedRegex(@"^\s*Voicebot\.Tests\.([^\s(]+).*\[FAIL\]", RegexOptions.Multiline)]
    private static partial Regex FirstFailure();

    [GeneratedRegex(@"Total: (\d+)")]
    private static partial Regex Total();
}
