using System.Diagnostics;
using System.Text.Json;
using Voicebot.Core.Json;
using Voicebot.Tests.Architecture;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Deployment;

/// <summary>The folder of the static site, as the workflow makes it from the page of a build.</summary>
public sealed class StaticSiteTests : IDisposable
{
    private const string App = "https://voicebot-x-app.azurewebsites.net";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Make_PageOfABuild_CallsTheApp()
    {
        Assert.Equal(0, Make(Path.Combine(AppContext.BaseDirectory, "static-site"), App + "/"));

        Assert.Contains($"window.VOICEBOT_API_BASE = \"{App}\";", Read("config.js"), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder.FullPath, "index.html")));
        using var configuration = JsonDocument.Parse(Read("staticwebapp.config.json"));
        var headers = configuration.RootElement.GetProperty("globalHeaders");
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        using var page = await server.Http.GetAsync("/");
        var own = page.Headers.GetValues("Content-Security-Policy").Single();
        // The same as the app's own, but for where the figures and the recordings come from.
        Assert.Equal(own.Replace("connect-src 'self'", $"connect-src {App}", StringComparison.Ordinal)
            .Replace("media-src 'self'", "media-src blob:", StringComparison.Ordinal), headers.Text("Content-Security-Policy"));
        Assert.All((string[])["X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Permissions-Policy"],
            name => Assert.Equal(page.Headers.GetValues(name).Single(), headers.Text(name)));
    }

    [Theory]
    [InlineData("http://voicebot-x-app.azurewebsites.net")]
    [InlineData("https://x.example/\";alert(1);\"")]
    [InlineData("")]
    public void Make_AddressThatIsNone_IsRefused(string address)
    {
        Assert.Equal(2, Make(Path.Combine(AppContext.BaseDirectory, "static-site"), address));
        Assert.Empty(Directory.GetFiles(folder.FullPath));
    }

    private int Make(string page, string address)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script is for the workflow, which runs on Linux.");
        using var process = Process.Start(new ProcessStartInfo("bash",
            [Path.Combine(Repository.Root, "deploy/site/make.sh"), page, address, folder.FullPath]))!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private string Read(string file) => File.ReadAllText(Path.Combine(folder.FullPath, file));
}
