using Voicebot.Tests.Architecture;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Deployment;

/// <summary>
/// What Azure would be asked for, without Azure: types, values and names are the compiler's to check; whether a region has a size of a
/// server, only a deployment tells.
/// </summary>
public sealed class TemplateTests
{
    private static readonly string[] Place =
    [
        "--tenant-id", "00000000-0000-0000-0000-00000000000a", "--subscription-id", "00000000-0000-0000-0000-00000000000b",
        "--resource-group", "voicebot", "--location", "westeurope",
    ];

    public static TheoryData<string> Sources =>
        new(Repository.Files("*.bicep").Concat(Repository.Files("*.bicepparam"))
            .Select(path => path[(BicepCompiler.Folder.Length + 1)..]));

    /// <summary>A warning is no error for the compiler, so that whatever it says counts.</summary>
    [Theory]
    [InlineData("lint", "main.bicep")]
    [InlineData("lint", "main.bicepparam")]
    [InlineData("lint", "small.bicepparam")]
    [InlineData("lint", "large.bicepparam")]
    public void Compile_EveryEntrance_SaysNothing(string verb, string file) => Assert.Equal((0, ""), BicepCompiler.Run(verb, file));

    /// <summary>
    /// What a change of the templates changes in Azure shows in the change of this file; VOICEBOT_BICEP_WRITE has it made anew.
    /// </summary>
    [Theory]
    [InlineData("small")]
    [InlineData("large")]
    public void Snapshot_OfParameters_IsTheOneThatWasReviewed(string size)
    {
        var mode = Environment.GetEnvironmentVariable("VOICEBOT_BICEP_WRITE") is { Length: > 0 } ? "overwrite" : "validate";

        Assert.Equal((0, ""), BicepCompiler.Run(["snapshot", $"{size}.bicepparam", "--mode", mode, .. Place]));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Source_Style_IsTheCompilers(string file)
    {
        var (code, formatted) = BicepCompiler.Run("format", file, "--stdout");

        Assert.Equal(0, code);
        Assert.Equal(Repository.Text($"{BicepCompiler.Folder}/{file}").TrimEnd(), formatted.TrimEnd());
    }

    /// <summary>No registry is asked for a module: what is deployed lies here, and compiles offline.</summary>
    [Theory]
    [MemberData(nameof(Sources))]
    public void Source_Modules_LieInTheRepository(string file)
    {
        var text = Repository.Text($"{BicepCompiler.Folder}/{file}");

        Assert.DoesNotContain("'br:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("'br/", text, StringComparison.Ordinal);
        Assert.DoesNotContain("'ts:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("-preview'", text, StringComparison.Ordinal);
        Assert.DoesNotContain("#disable-next-line", text, StringComparison.Ordinal);
    }
}
