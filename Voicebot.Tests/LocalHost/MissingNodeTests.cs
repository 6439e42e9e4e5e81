using System.Diagnostics;
using Voicebot.Tests.Architecture;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.LocalHost;

/// <summary>Who builds without Node.js is told what to install, in one sentence.</summary>
public sealed class MissingNodeTests
{
    [Theory]
    [InlineData]
    [InlineData("npm")]
    [InlineData("node")]
    public async Task Build_WithoutNodeOrNpm_SaysWhatToInstall(params string[] programs)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs that are there are shell scripts.");
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(Path.Combine(folder.FullPath, "sh"), "/bin/sh"); // what runs them
        foreach (var program in programs)
        {
            var path = Path.Combine(folder.FullPath, program);
            await File.WriteAllTextAsync(path, "#!/bin/sh\nexit 0\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var (exitCode, said) = await BuildAsync(folder.FullPath);

        Assert.Equal(1, exitCode);
        Assert.EndsWith(
            "error : The dashboard is built with Node.js and its npm, and no Node.js 20 or later with npm was found. Install it "
                + "(https://nodejs.org, or on Debian and Ubuntu: "
            + "apt-get install npm) and build again; or build with -p:BundleStaticSite=false to go without charts.",
            Assert.Single(said.Trim().Split('\n')), StringComparison.Ordinal);
    }

    /// <param name="path">The only folder where programs are found.</param>
    private static async Task<(int ExitCode, string Said)> BuildAsync(string path)
    {
        var project = Path.Combine(Repository.Root, "Voicebot.Functions");
        var start = new ProcessStartInfo("dotnet",
        [
            "msbuild", Path.Combine(project, "StaticSite.targets"), "-t:BundleStaticSite", "-nologo", "-v:quiet", "-nodeReuse:false",
            $"-p:IntermediateOutputPath={Path.GetRelativePath(project, path)}/",
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = path;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Eventually.LongestWait);
        return (process.ExitCode, said + await error);
    }
}
