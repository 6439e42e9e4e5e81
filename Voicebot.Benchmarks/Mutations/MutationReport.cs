using System.Globalization;

namespace Voicebot.Benchmarks.Mutations;

/// <summary>
/// Changes the rules one at a time and asks the tests whether they notice: a survivor is a rule that no test holds.
/// The same seed draws the same mutants of the same sources.
/// </summary>
public static class MutationReport
{
    private static readonly string[] Projects = ["Voicebot.Core", "Voicebot.Functions", "Voicebot.Tests"];

    /// <param name="root">Of the repository, whose tests are built.</param>
    /// <param name="paths">Files or folders from there; <c>FILE:LINE</c> is one line.</param>
    /// <param name="stages">The most sets of tests that are asked of a mutant; fewer than all of them are a quick look.</param>
    /// <returns>The number of survivors.</returns>
    public static int Run(string root, IReadOnlyList<string> paths, int count, int seed, IReadOnlyList<string> prefix, int stages)
    {
        var scratch = Directory.CreateDirectory(Path.Combine(root, "artifacts", "mutations", $"{Environment.ProcessId}")).FullName;
        try
        {
            var projects = Projects.Select(name => CompiledProject.Load(root, name, Path.Combine(scratch, "generated"))).ToList();
            var tests = TestRuns.Prepare(Path.Combine(root, "Voicebot.Tests", "bin", "Debug", "net10.0"),
                Path.Combine(scratch, "tests"), prefix);
            return Run(root, paths, count, seed, projects, tests, stages);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static int Run(string root, IReadOnlyList<string> paths, int count, int seed, List<CompiledProject> projects, TestRuns tests,
        int stages)
    {
        var wanted = paths.Select(path => MutatedPlace.Of(root, path)).ToList();
        var drawn = projects.SelectMany(project => project.Trees
            .Where(tree => wanted.Exists(place => place.Holds(tree.FilePath)))
            .SelectMany(Mutants.Of)
            .Where(mutant => wanted.Exists(place => place.Holds(mutant)))
            .Select(mutant => (Project: project, Mutant: mutant))).ToArray();
        new Random(seed).Shuffle(drawn);
        var (caught, equal, broken, survivors) = (0, 0, 0, new List<Mutant>());
        foreach (var (project, mutant) in drawn)
        {
            if (caught + survivors.Count >= count)
                break;
            if (Assemblies(projects, project, mutant) is not { } changed)
            {
                broken++;
                continue;
            }
            if (changed[project.Name].AsSpan().SequenceEqual(project.Original))
            {
                equal++;
                continue;
            }
            var stage = Noticed(tests, projects, RoomTests.Of(Room(root, mutant), mutant, projects[^1].Trees).Take(stages), changed);
            if (stage is null)
                survivors.Add(mutant);
            else
                caught++;
            Console.WriteLine($"{caught + survivors.Count,4} {stage?.Verdict ?? "SURVIVED"}  {mutant}"
                + (stage is { Test.Length: > 0 } by ? $"  [{by.Test}]" : ""));
        }
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"seed {seed}: {caught} caught, {survivors.Count} survived ({100.0 * caught / Math.Max(1, caught + survivors.Count):0.0} % "
            + $"caught); {equal} make the same program, {broken} do not compile"));
        foreach (var survivor in survivors.OrderBy(one => one.Tree.FilePath, StringComparer.Ordinal).ThenBy(one => one.Line))
            Console.WriteLine($"  {Path.GetRelativePath(root, survivor.Tree.FilePath)}:{survivor.Line} {survivor}");
        return survivors.Count;
    }

    /// <summary>The changed assembly, with those that hold its constants; null when one does not compile.</summary>
    private static Dictionary<string, byte[]>? Assemblies(List<CompiledProject> projects, CompiledProject project, Mutant mutant)
    {
        if (project.With(mutant) is not { } assembly)
            return null;
        var changed = new Dictionary<string, byte[]> { [project.Name] = assembly };
        if (mutant.IsConstant)
            foreach (var dependent in projects.SkipWhile(one => one != project).Skip(1))
            {
                if (dependent.Against(changed) is not { } again)
                    return null;
                changed[dependent.Name] = again;
            }
        return changed;
    }

    /// <summary>Null when no test notices.</summary>
    private static (string Verdict, string Test)? Noticed(TestRuns tests, List<CompiledProject> projects,
        IEnumerable<IReadOnlyList<string>> stages, Dictionary<string, byte[]> changed)
    {
        var originals = projects.ToDictionary(project => project.Name, project => project.Original);
        try
        {
            foreach (var stage in stages)
            {
                tests.Put(changed);
                var verdict = tests.Run(stage, out var test);
                if (verdict == TestVerdict.TookTooLong && !tests.IsMeasured(stage))
                {
                    tests.Put(originals);
                    tests.Measure(stage);
                    tests.Put(changed);
                    verdict = tests.Run(stage, out test);
                }
                if (verdict == TestVerdict.Passed)
                    continue;
                tests.Put(originals);
                if (test.Length > 0)
                    tests.Confirm(test);
                else
                    tests.Measure(stage);
                return (verdict == TestVerdict.Failed ? "caught  " : "too long", test);
            }
            return null;
        }
        finally
        {
            tests.Put(originals);
        }
    }

    private static string Room(string root, Mutant mutant) =>
        Path.GetRelativePath(root, mutant.Tree.FilePath).Split(Path.DirectorySeparatorChar)[1];
}
