using System.Text;
using System.Text.Json;
using Voicebot.Functions.Routing;
using Voicebot.Functions.Timers;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.WorkerHost;

/// <summary>What goes to Azure, and into a container.</summary>
public sealed class PublishTests(PublishedProgram program) : IClassFixture<PublishedProgram>
{
    [Fact]
    public async Task Publish_OfTheBuild_HasWhatTheFunctionsHostReads()
    {
        var folder = (await program.MadeAsync()).Folder;
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

    [Fact]
    public async Task PublishContainer_Image_RunsAsNobodyWithItsDataOnAVolume()
    {
        var image = (await program.MadeAsync()).Image;
        using var document = JsonDocument.Parse(image.Single(file => file.Key.EndsWith(".json", StringComparison.Ordinal)
            && file.Key != "manifest.json").Value);
        var config = document.RootElement.GetProperty("config");

        Assert.Equal("1654", config.GetProperty("User").GetString());
        Assert.Equal(["7071/tcp"], config.GetProperty("ExposedPorts").EnumerateObject().Select(port => port.Name));
        Assert.Superset(
            new HashSet<string?> { "VOICEBOT_DATA=/home/app/data", "VOICEBOT_HOST=0.0.0.0", "DOTNET_EnableDiagnostics=0" },
            config.GetProperty("Env").EnumerateArray().Select(variable => variable.GetString()).ToHashSet());
        Assert.Contains("/app/Voicebot.Functions", config.GetProperty("Entrypoint").GetRawText(), StringComparison.Ordinal);
        var tags = Encoding.UTF8.GetString(image["manifest.json"]);
        Assert.Contains("voicebot-dashboard:latest", tags, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublishContainer_Layers_HoldTheProgramThePageAndNoSettings()
    {
        var files = (await program.MadeAsync()).Image.Where(file => file.Key.EndsWith(".tar", StringComparison.Ordinal))
            .SelectMany(layer => PublishedProgram.NamesIn(layer.Value)).ToHashSet(StringComparer.Ordinal);

        foreach (var file in new[] { "Voicebot.Functions.dll", "static-site/index.html", "host.json" })
            Assert.Contains(files, path => path.TrimStart('/') == "app/" + file);
        Assert.DoesNotContain(files, path => path.Contains("local.settings", StringComparison.Ordinal));
    }

    private static JsonElement Read(TemporaryFolder folder, string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.FullPath, name)));
        return document.RootElement.Clone();
    }
}
