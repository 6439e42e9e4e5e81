using System.Diagnostics;
using System.Text;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Copying;

/// <summary>A copy as a process of its own, so that it can really be killed.</summary>
internal sealed class CopyProcess : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();

    public CopyProcess(string folder, string address, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Voicebot.Functions.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["VOICEBOT_DATA"] = folder;
        start.Environment["VOICEBOT_DATABASE"] = address;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    public Task SaysAsync(string words) => Eventually.True(() =>
    {
        Assert.False(process.HasExited && !Output.Contains(words, StringComparison.Ordinal), "It ended: " + Output);
        return Output.Contains(words, StringComparison.Ordinal);
    }, $"the copy says '{words}'");

    /// <summary>SIGKILL: no handler runs, nothing is rolled back by it.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public async Task<int> EndAsync()
    {
        await Eventually.True(() => process.HasExited, "the end of the copy");
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }

    private void Keep(string? line)
    {
        lock (output)
            output.AppendLine(line);
    }
}
