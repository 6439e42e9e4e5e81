using System.Net;
using System.Net.Sockets;
using Voicebot.Core.Json;
using Voicebot.Core.Settings;
using Voicebot.Functions.LocalHost;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Security;

/// <summary>Nobody else gets in by mistake: what does not start, and what the socket is bound to.</summary>
public sealed class ExposureTests
{
    private const string Key = "0123456789abcdefghijklmnopqrstuv";

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    public void Build_EveryAddressWithoutKey_IsRefusedAndSaysWhatToDo(string host)
    {
        var refused = Refused(("VOICEBOT_HOST", host));
        Assert.Contains("VOICEBOT_ACCESS_KEY", refused, StringComparison.Ordinal);
        Assert.Contains("--new-access-key", refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WEBSITE_INSTANCE_ID")]
    [InlineData("WEBSITE_SITE_NAME")]
    [InlineData("LEGION_SERVICE_HOST")]
    public void Build_AzureWithoutKeyOrPlatform_IsRefused(string sign)
    {
        Assert.Contains("App Service Authentication", Refused((sign, "x")), StringComparison.Ordinal);
        Assert.Contains("App Service Authentication", Refused((sign, "x"), ("WEBSITE_AUTH_ENABLED", "False")), StringComparison.Ordinal);
    }

    /// <summary>The platform's word counts only where the platform is.</summary>
    [Fact]
    public void Build_PlatformSignInClaimedElsewhere_IsNotBelieved() =>
        Assert.Contains("VOICEBOT_ACCESS_KEY", Refused(("VOICEBOT_HOST", "0.0.0.0"), ("WEBSITE_AUTH_ENABLED", "True")),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("short")]
    [InlineData("0123456789abcdefghijklmnopqrstu")]
    [InlineData("with spaces 0123456789abcdefghijklmnop")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Build_WeakKey_IsRefusedWithoutShowingIt(string key)
    {
        var refused = Refused(("VOICEBOT_ACCESS_KEY", key));
        Assert.Contains("VOICEBOT_ACCESS_KEY", refused, StringComparison.Ordinal);
        Assert.DoesNotContain(key, refused, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_MonotonousKey_IsToldWhatIsWrongWithIt() =>
        Assert.Contains("at least 8 of them different", Refused(("VOICEBOT_ACCESS_KEY", new string('a', 40))), StringComparison.Ordinal);

    [Fact]
    public void Build_ViewerKeyAloneOrTheSame_IsRefused()
    {
        Assert.Contains("VOICEBOT_VIEWER_KEY", Refused(("VOICEBOT_VIEWER_KEY", Key)), StringComparison.Ordinal);
        Assert.Contains("VOICEBOT_VIEWER_KEY", Refused(("VOICEBOT_VIEWER_KEY", Key), ("VOICEBOT_ACCESS_KEY", Key)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("VOICEBOT_HOST", "0.0.0.0")]
    [InlineData("WEBSITE_SITE_NAME", "voicebot")]
    public void Build_VendorOnThisComputerWhereOthersReachIt_IsRefused(string name, string value) =>
        Assert.Contains("ELEVENLABS_BASE_URL",
            Refused((name, value), ("VOICEBOT_ACCESS_KEY", Key), ("ELEVENLABS_BASE_URL", "http://127.0.0.1:9/")),
            StringComparison.Ordinal);

    /// <summary>Stored while only this computer could reach it.</summary>
    [Fact]
    public async Task Start_StoredVendorOnThisComputer_IsNotInForceOnceOthersReachIt()
    {
        using var folder = new TemporaryFolder();
        var setup = new VoicebotServerSetup
        {
            DataFolder = folder.FullPath,
            AccessKey = Key,
            Agents = [],
            More = new Dictionary<string,
            string?>
            { ["ELEVENLABS_BASE_URL"] = null }
        };
        await using (var local = await VoicebotServer.StartAsync(setup))
            Assert.Equal("http://127.0.0.1:9", (await local.SaveSettingsAsync(new { base_url = "http://127.0.0.1:9" }))
                .Text("base_url")?.TrimEnd('/'));
        await using var exposed =
            await VoicebotServer.StartAsync(setup with { More = new Dictionary<string, string?> { ["VOICEBOT_HOST"] = "0.0.0.0" } });
        var settings = await exposed.GetJsonAsync("api/settings");
        Assert.Equal(("https://api.elevenlabs.io", "default"),
            (settings.Text("base_url")?.TrimEnd('/'), settings.Text("base_url_source")));
        Assert.Contains("base_url is an address of this computer", exposed.Log.Text, StringComparison.Ordinal);
        await (await exposed.Http.PostJsonAsync("api/settings", new { base_url = "http://127.0.0.1:9" }))
            .ProblemAsync(400, "invalid_parameter", "base_url");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://api.us.elevenlabs.io")]
    public async Task Start_NoStoredVendorOnThisComputer_NothingIsSaidOfOne(string? stored)
    {
        using var folder = new TemporaryFolder();
        var setup = new VoicebotServerSetup
        {
            DataFolder = folder.FullPath,
            AccessKey = Key,
            Agents = [],
            More = new Dictionary<string, string?> { ["ELEVENLABS_BASE_URL"] = null },
        };
        await using (var local = await VoicebotServer.StartAsync(setup))
            if (stored is not null)
                await local.SaveSettingsAsync(new { base_url = stored });

        await using var exposed =
            await VoicebotServer.StartAsync(setup with { More = new Dictionary<string, string?> { ["VOICEBOT_HOST"] = "0.0.0.0" } });

        Assert.DoesNotContain("base_url", exposed.Log.Text, StringComparison.Ordinal);
        Assert.Equal(stored ?? "https://api.elevenlabs.io", (await exposed.GetJsonAsync("api/settings")).Text("base_url")?.TrimEnd('/'));
    }

    [Fact]
    public async Task Start_ByDefault_ListensOnTheLoopbackAddressOnly()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        var port = server.Http.BaseAddress!.Port;
        var other = Array.Find(await Dns.GetHostAddressesAsync(Dns.GetHostName(), AddressFamily.InterNetwork, default), address =>
            !IPAddress.IsLoopback(address));
        Assert.SkipWhen(other is null, "This computer has no other address.");
        using var socket = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(() => socket.ConnectAsync(other!, port));
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")] // its IPv4 callers come in IPv6 form
    public async Task Start_EveryAddressWithAKey_AnswersUnderItsOwnAddressAfterSignInOnly(string listen)
    {
        await using var server =
            await VoicebotServer.StartAsync(
            new VoicebotServerSetup { AccessKey = Key, More = new Dictionary<string, string?> { ["VOICEBOT_HOST"] = listen } });
        var other = Array.Find(await Dns.GetHostAddressesAsync(Dns.GetHostName(), AddressFamily.InterNetwork, default), address =>
            !IPAddress.IsLoopback(address));
        Assert.SkipWhen(other is null, "This computer has no other address.");
        using var stranger = new HttpClient { BaseAddress = new Uri($"http://{other}:{server.Http.BaseAddress!.Port}/") };
        await (await stranger.GetAsync("api/kpis")).ProblemAsync(401, "sign_in_required");
        stranger.DefaultRequestHeaders.Authorization = new("Bearer", Key);
        await (await stranger.GetAsync("api/kpis")).JsonAsync();
        stranger.DefaultRequestHeaders.Host = "10.1.2.3";
        await (await stranger.GetAsync("api/kpis")).ProblemAsync(403, "host_not_allowed");
    }

    /// <summary>The same as a process: an exit code and a sentence, and no socket.</summary>
    [Fact]
    public async Task Run_EveryAddressWithoutKey_EndsWithOneAndASentence()
    {
        using var folder = new TemporaryFolder();
        using var process = new System.Diagnostics.Process
        {
            StartInfo = new System.Diagnostics.ProcessStartInfo("dotnet",
                [Path.Combine(AppContext.BaseDirectory, "Voicebot.Functions.dll"), "--port", "0", "--host", "0.0.0.0"])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                WorkingDirectory = folder.FullPath,
            },
        };
        process.StartInfo.Environment["VOICEBOT_DATA"] = folder.FullPath;
        process.StartInfo.Environment.Remove("VOICEBOT_ACCESS_KEY");
        process.Start();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(1, process.ExitCode);
        Assert.Contains("VOICEBOT_ACCESS_KEY", error, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", await output, StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(Path.Combine(folder.FullPath, "voicebot.db.lock")).Length); // it ended in order
    }

    [Fact]
    public async Task NewAccessKey_IsShownOnceAndKeptAsAHash()
    {
        using var folder = new TemporaryFolder();
        string key;
        await using (var first =
            LocalServer.Build(new LocalArguments(0, false, false), new VoicebotServerSetup().Settings(folder.FullPath)))
            key = ((StoredAccessKey)first.Services.GetService(typeof(StoredAccessKey))!).Make();
        await using var server =
            await VoicebotServer.StartAsync(
            new VoicebotServerSetup
            {
                DataFolder = folder.FullPath,
                Agents = [],
                More = new Dictionary<string,
            string?>
                { ["VOICEBOT_HOST"] = "0.0.0.0" }
            });
        await server.Http.GetProblemAsync("api/kpis", 401, "sign_in_required");
        server.Http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        await server.GetJsonAsync("api/kpis");
        foreach (var file in Directory.GetFiles(folder.FullPath, "voicebot.db*"))
            Assert.DoesNotContain(key, System.Text.Encoding.Latin1.GetString(ReadShared(file)), StringComparison.Ordinal);
        Assert.DoesNotContain(key, server.Log.Text, StringComparison.Ordinal);
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Refused(params (string Name, string Value)[] variables)
    {
        using var folder = new TemporaryFolder();
        var more = variables.ToDictionary(variable => variable.Name, variable => (string?)variable.Value);
        return Assert.Throws<InvalidConfigurationException>(() =>
            LocalServer.Build(new LocalArguments(0, false, false),
            new VoicebotServerSetup { More = more }.Settings(folder.FullPath))).Message;
    }
}
