using System.Diagnostics;
using Voicebot.Tests.Architecture;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.LocalHost;

/// <summary>The Functions SDK would make <c>dotnet run</c> call Core Tools, which most people do not have.</summary>
public sealed class DotnetRunTests
{
    [Fact]
    public async Task DotnetRun_OfTheProject_StartsTheProgramItself()
    {
        var (exitCode, output, error) = await MsBuildAsync("-target:ComputeRunArguments", "-getProperty:RunCommand");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.StartsWith("Voicebot.Functions", Path.GetFileName(output.Trim()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DotnetRun_BuildingQuietly_StillSaysWhatItDoes()
    {
        // As `dotnet run` asks for it; nobody would see a word of the first minute.
        var (exitCode, output, _) = await MsBuildAsync("-target:TellOfTheBuild", "-verbosity:quiet");

        Assert.Equal(0, exitCode);
        Assert.Contains("Building Voicebot Dashboard", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output, string Error)> MsBuildAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["msbuild", "-nologo", .. arguments, "Voicebot.Functions"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Eventually.LongestWait);
        return (process.ExitCode, await output, error);
    }
}
