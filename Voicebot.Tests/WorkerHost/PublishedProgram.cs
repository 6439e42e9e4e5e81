using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using Voicebot.Tests.Architecture;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.WorkerHost;

/// <summary>The built program as it is published, once for all tests: to a folder, and as an image on an empty base.</summary>
public sealed class PublishedProgram : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TemporaryFolder archives = new();
    private readonly Lazy<Task<IReadOnlyDictionary<string, byte[]>>> image;

    public PublishedProgram() => image = new(PublishAsync);

    /// <summary>The folder, and the files of the image's archive.</summary>
    internal async Task<(TemporaryFolder Folder, IReadOnlyDictionary<string, byte[]> Image)> MadeAsync() => (folder, await image.Value);

    public void Dispose()
    {
        folder.Dispose();
        archives.Dispose();
    }

    public static IEnumerable<string> NamesIn(byte[] tar) => FilesIn(new MemoryStream(tar)).Select(file => file.Name);

    private static IEnumerable<(string Name, byte[] Content)> FilesIn(Stream stream)
    {
        Span<byte> begin = stackalloc byte[2];
        stream.ReadExactly(begin);
        stream.Position = 0;
        return Entries(begin is [0x1F, 0x8B] ? new GZipStream(stream, CompressionMode.Decompress) : stream);
    }

    private static IEnumerable<(string Name, byte[] Content)> Entries(Stream stream)
    {
        using var tar = new TarReader(stream);
        while (tar.GetNextEntry() is { } entry)
        {
            using var content = new MemoryStream();
            entry.DataStream?.CopyTo(content);
            yield return (entry.Name, content.ToArray());
        }
    }

    /// <summary>
    /// Nothing is written beside the sources: the intermediate files are copied, so that a build that runs at the same time is left
    /// alone. The page is published as it was built, bundled or not.
    /// </summary>
    private async Task<IReadOnlyDictionary<string, byte[]>> PublishAsync()
    {
        await using var registry = await BaseImageRegistry.StartAsync();
        using var intermediate = new TemporaryFolder();
        var framework = Path.GetFileName(FunctionsHost.AppFolder);
        var configuration = Path.GetFileName(Path.GetDirectoryName(FunctionsHost.AppFolder)!);
        var project = Path.Combine(Repository.Root, "Voicebot.Functions");
        TwoHosts.Copy(Path.Combine(project, "obj", configuration, framework), intermediate.FullPath);
        var archive = Path.Combine(archives.FullPath, "image.tar.gz");
        string[] command =
        [
            "publish", "Voicebot.Functions", "-target:PublishContainer", "--no-build", "--nologo", "-nodeReuse:false",
            "--configuration", configuration, "--output", folder.FullPath,
            $"-property:IntermediateOutputPath={Path.GetRelativePath(project, intermediate.FullPath)}/",
            $"-property:BundleStaticSite={Directory.Exists(Path.Combine(FunctionsHost.AppFolder, "static-site", "assets"))}",
            $"-property:ContainerBaseImage={registry.Image}",
            $"-property:ContainerArchiveOutputPath={archive}",
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", command)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
            Environment = { ["DOTNET_CONTAINER_INSECURE_REGISTRIES"] = registry.Host },
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
        using var file = File.OpenRead(archive);
        return FilesIn(file).ToDictionary(entry => entry.Name, entry => entry.Content, StringComparer.Ordinal);
    }
}
