using System.Diagnostics;
using Voicebot.Tests.Architecture;

namespace Voicebot.Tests.LocalHost;

/// <summary>The Functions SDK would make <c>dotnet run</c> call Core Tools, which most people do not have.</summary>
public sealed class DotnetRunTests
{
    [Fact]
    public async Task DotnetRun_OfTheProject_StartsTheProgramItself()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["msbuild", "-nologo", "-target:ComputeRunArguments", "-getProperty:RunCommand", "Voicebot.Functions"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(120));

        Assert.Equal((0, ""), (process.ExitCode, error));
        Assert.StartsWith("Voicebot.Functions", Path.GetFileName((await output).Trim()), StringComparison.Ordinal);
    }
}
