using System.Text.RegularExpressions;
using Voicebot.Core.Data;

namespace Voicebot.Tests.Architecture;

public sealed partial class DependencyTests
{
    /// <summary>Which folders of Core a folder must not know.</summary>
    public static TheoryData<string, string[]> OneWay => new()
    {
        { "ElevenLabs", ["Data", "Conversations", "Synchronization", "Kpis", "Csv", "Archiving", "Agents", "Settings", "Scheduling", "Demo"] },
        { "Data", ["ElevenLabs", "Conversations", "Synchronization", "Kpis", "Csv", "Archiving", "Agents", "Settings", "Scheduling", "Demo"] },
        { "Agents", ["ElevenLabs", "Conversations", "Synchronization", "Kpis", "Csv", "Archiving", "Settings", "Demo"] },
        { "Conversations", ["Synchronization", "Kpis", "Csv", "Archiving", "Privacy", "Settings", "Demo"] },
        { "Synchronization", ["Kpis", "Csv", "Archiving", "Demo"] },
        { "Kpis", ["ElevenLabs", "Csv", "Archiving", "Demo"] },
        { "Csv", ["ElevenLabs", "Synchronization", "Kpis", "Archiving", "Demo"] },
        { "Archiving", ["ElevenLabs", "Synchronization", "Kpis", "Demo"] },
        { "Auditing", ["ElevenLabs", "Conversations", "Synchronization", "Kpis", "Csv", "Archiving", "Settings", "Privacy", "Demo"] },
        { "Privacy", ["ElevenLabs", "Synchronization", "Kpis", "Demo"] },
        { "Scheduling", ["ElevenLabs", "Conversations", "Synchronization", "Kpis", "Csv", "Archiving", "Settings", "Demo"] },
    };

    private static IEnumerable<string> Everything => new[] { "Voicebot.Core", "Voicebot.Functions", "Voicebot.Tests" }.SelectMany(Repository.Sources);

    [Theory]
    [MemberData(nameof(OneWay))]
    public void Folder_OfCore_DoesNotUseWhatStandsAboveIt(string folder, string[] forbidden)
    {
        var sources = Repository.Sources("Voicebot.Core/" + folder);
        Assert.NotEmpty(sources);

        var wrong = sources
            .SelectMany(path => CoreNamespace().Matches(Repository.Text(path)).Select(use => (path, Folder: use.Groups[1].Value)))
            .Where(use => forbidden.Contains(use.Folder));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Core_Assembly_KnowsNeitherTheFunctionsHostNorTheFunctions()
    {
        var references = typeof(Database).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!).ToList();

        Assert.DoesNotContain(references, name => name.StartsWith("Microsoft.Azure.Functions", StringComparison.Ordinal));
        Assert.DoesNotContain(references, name => name.StartsWith("Voicebot.Functions", StringComparison.Ordinal));
        Assert.DoesNotContain(Repository.Sources("Voicebot.Core"), path => Repository.Text(path).Contains("Azure.Functions", StringComparison.Ordinal));
    }

    [Fact]
    public void Functions_Sources_HoldNoSqlAndNoCallsOfTheVendor() =>
        Assert.DoesNotContain(Repository.Sources("Voicebot.Functions"), path => SqlOrDapper().IsMatch(Repository.Text(path)));

    [Fact]
    public void Sources_Length_IsAtMostThreeHundredLines() =>
        Assert.DoesNotContain(Everything, path => Repository.Text(path).AsSpan().Count('\n') > 300);

    [Fact]
    public void Sources_Namespace_IsTheirFolder() =>
        Assert.DoesNotContain(
            Everything.Where(path => !path.Contains("/WorkerStandIns/", StringComparison.Ordinal)), // they take the worker's names
            path => DeclaredNamespace().Match(Repository.Text(path)) is { Success: true } declared
                && declared.Groups[1].Value != Path.GetDirectoryName(path)!.Replace('\\', '/').Replace('/', '.'));

    [GeneratedRegex(@"\bVoicebot\.Core\.(\w+)")]
    private static partial Regex CoreNamespace();

    [GeneratedRegex(@"\b(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM|PRAGMA)\s|using Dapper|xi-api-key|v1/convai")]
    private static partial Regex SqlOrDapper();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex DeclaredNamespace();
}
