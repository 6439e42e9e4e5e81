using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Voicebot.Functions.LocalHost;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.LocalHost;

/// <summary>The program as somebody starts it in a terminal: what it prints, and how it ends.</summary>
public sealed class LocalRunTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("--port", "7071", "--help")]
    [InlineData("restore", "--help")]
    public async Task Run_Help_PrintsTheUsage(params string[] arguments)
    {
        var (exitCode, output, error) = await RunAsync(arguments);

        Assert.Equal((0, LocalArguments.Usage, ""), (exitCode, output.ReplaceLineEndings("\n").Trim(), error));
    }

    [Fact]
    public async Task Run_WrongArgument_SaysWhichOnTheErrorOutput()
    {
        var (exitCode, output, error) = await RunAsync("--nonsense");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith("'--nonsense'", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_BusyPort_SaysWhatToDoAndNothingElse()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;

        var (exitCode, output, error) = await RunAsync("--port", $"{port}");

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"Port {port} cannot be used: ", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
        Assert.DoesNotContain("fail", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Voicebot.Functions.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["VOICEBOT_DATA"] = folder.FullPath;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return (process.ExitCode, await output, await error);
    }
}
