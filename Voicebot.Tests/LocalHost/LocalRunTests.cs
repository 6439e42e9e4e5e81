using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.LocalHost;

/// <summary>The program as somebody starts it in a terminal: what it prints, and how it ends.</summary>
public sealed class LocalRunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("--port", "7071", "--help")]
    public async Task Run_Help_NamesEveryOptionAndCommand(params string[] arguments)
    {
        var (exitCode, output, error) = await RunAsync(arguments);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.All(["--port <N>", "7071", "--host <ADDRESS>", "--new-access-key", "--demo", "--open", "--version", "--help",
            "restore <FILE>", "import <FILE>", "copy-to-postgres <ADDRESS>", "copy-to-sqlite <FOLDER>", "shortcut"],
            word => Assert.Contains(word, output, StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(folder.FullPath, "voicebot.db")));
    }

    [Fact]
    public async Task Run_HelpOfACommand_SaysWhatItsFileIs()
    {
        var (exitCode, output, error) = await RunAsync("restore", "--help");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("restore [<FILE>]", output, StringComparison.Ordinal);
        Assert.Contains("A backup of the database", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Version_IsThatOfHealth()
    {
        var (exitCode, output, error) = await RunAsync("--version");
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Agents = [] });
        var health = await server.GetJsonAsync("api/health");

        Assert.Equal((0, $"Voicebot Dashboard {health.GetProperty("version").GetString()}", ""), (exitCode, output.Trim(), error));
    }

    [Fact]
    public async Task Run_WrongArgument_SaysWhichOnTheErrorOutput()
    {
        var (exitCode, output, error) = await RunAsync("--nonsense");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith("'--nonsense'", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("Restore", "backup.db")]
    [InlineData("restore", "backup.db", "--nonsense")]
    [InlineData("shortcut", "nonsense")]
    [InlineData("--prot", "7071")]
    [InlineData("-p", "7071")]
    [InlineData("--demo=true")]
    [InlineData("restore")]
    [InlineData("import", "no-such-file.db")]
    [InlineData("--port")]
    [InlineData("--host", "my-computer")]
    [InlineData("--host", "192.0.2.1", "--port", "0")]
    [InlineData("--functions-uri", "http://127.0.0.1:9/", "--demo")]
    [InlineData("restore", "backup.db", "--functions-uri", "http://127.0.0.1:9/")]
    [InlineData("--functions-uri", "http://127.0.0.1:9/", "--demo=true")]
    [InlineData("--functions-uri", "http://127.0.0.1:9/", "import", "voicebot.db")]
    [InlineData("--functions-uri=http://127.0.0.1:9/", "shortcut")]
    [InlineData("--functions-uri")]
    [InlineData("--functions-uri=nowhere")]
    public async Task Run_WhatCannotBeMeant_EndsWithTwoAndASentence(params string[] arguments)
    {
        var (exitCode, output, error) = await RunAsync(arguments);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.EndsWith(".", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.FullPath, "voicebot.db")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{'Values': {}}")]
    [InlineData("""{"Values":{"VOICEBOT_DATA":{"folder":"data"}}}""")]
    public async Task Run_BrokenSettingsFile_EndsWithTwoAndASentence(string text)
    {
        File.WriteAllText(Path.Combine(folder.FullPath, "local.settings.json"), text);

        var (exitCode, output, error) = await RunAsync("--port", "0");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("local.settings.json", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task Run_BusyPort_SaysWhatToDoAndNothingElse(string address)
    {
        using var holder = Listen(IPAddress.Parse(address));
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;

        var (exitCode, output, error) = await RunAsync("--port", $"{port}");

        Assert.Equal(2, exitCode);
        Assert.StartsWith($"Port {port} cannot be used: ", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
        Assert.DoesNotContain("fail", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    private static TcpListener Listen(IPAddress address)
    {
        var listener = new TcpListener(address, 0);
        try
        {
            listener.Start();
        }
        catch (SocketException) when (address.Equals(IPAddress.IPv6Loopback))
        {
            Assert.Skip("This computer has no IPv6 loopback address.");
        }
        return listener;
    }

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Voicebot.Functions.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.FullPath,
        };
        start.Environment["VOICEBOT_DATA"] = folder.FullPath;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Eventually.LongestWait);
        return (process.ExitCode, await output, await error);
    }
}
