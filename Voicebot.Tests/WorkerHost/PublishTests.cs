using System.Diagnostics;
using System.Text.Json;
using Voicebot.Functions.Routing;
using Voicebot.Functions.Timers;
using Voicebot.Tests.Architecture;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.WorkerHost;

/// <summary>What goes to Azure.</summary>
public sealed class PublishTests
{
    [Fact]
    public async Task Publish_OfTheBuild_HasWhatTheFunctionsHostReads()
    {
        using var folder = new TemporaryFolder();
        await PublishAsync(folder.FullPath);

        string[] declared = [.. RouteTable.All.Select(function => function.Name), .. TimerFunction.All.Select(function => function.Name)];
        var published = Read(folder, "functions.metadata").EnumerateArray().Select(function => function.GetProperty("name").GetString()!);
        Assert.Equal(declared.Order(StringComparer.Ordinal), published.Order(StringComparer.Ordinal));
        Assert.Equal("Voicebot.Functions.dll",
            Read(folder, "worker.config.json").GetProperty("description").GetProperty("defaultWorkerPath").GetString());
        Assert.NotEmpty(Read(folder, "extensions.json").GetProperty("extensions").EnumerateArray());
        Assert.Equal("", Read(folder, "host.json").GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
        Assert.True(File.Exists(Path.Combine(folder.FullPath, "Voicebot.Functions.dll")));
        Assert.True(File.Exists(Path.Combine(folder.FullPath, "static-site", "index.html")));
        Assert.True(Directory.Exists(Path.Combine(folder.FullPath, ".azurefunctions")));
        Assert.False(File.Exists(Path.Combine(folder.FullPath, "local.settings.json"))); // it holds keys
    }

    private static JsonElement Read(TemporaryFolder folder, string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.FullPath, name)));
        return document.RootElement.Clone();
    }

    /// <summary>
    /// Nothing is written beside the sources: the intermediate files are copied, so that a build that runs at the same time is left
    /// alone. The page is published as it was built, bundled or not.
    /// </summary>
    private static async Task PublishAsync(string folder)
    {
        using var intermediate = new TemporaryFolder();
        var framework = Path.GetFileName(FunctionsHost.AppFolder);
        var configuration = Path.GetFileName(Path.GetDirectoryName(FunctionsHost.AppFolder)!);
        var project = Path.Combine(Repository.Root, "Voicebot.Functions");
        TwoHosts.Copy(Path.Combine(project, "obj", configuration, framework), intermediate.FullPath);
        string[] command =
        [
            "publish", "Voicebot.Functions", "--no-build", "--nologo", "-nodeReuse:false",
            "--configuration", configuration, "--output", folder,
            $"-property:IntermediateOutputPath={Path.GetRelativePath(project, intermediate.FullPath)}/",
            $"-property:BundleStaticSite={Directory.Exists(Path.Combine(FunctionsHost.AppFolder, "static-site", "assets"))}",
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", command)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        })!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync().WaitAsync(Eventually.LongestWait);
            Assert.True(process.ExitCode == 0, await output + await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
