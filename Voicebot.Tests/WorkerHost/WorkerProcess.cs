using System.Diagnostics;
using System.Text;

namespace Voicebot.Tests.WorkerHost;

/// <summary>
/// The built program, started as the Functions host starts it. A worker outlives its host: it is ended whatever happens.
/// </summary>
internal sealed class WorkerProcess : IDisposable
{
    /// <summary>Kills the worker also when these tests are killed: then the input ends, and nobody of ours is left to do it.</summary>
    private const string Guarded =
        "exec 3<&0; \"$@\" 3<&- & worker=$!; (cat <&3; kill -9 $worker) > /dev/null 2>&1 & guard=$!; "
        + "wait $worker; code=$?; kill $guard; exit $code";

    private static readonly string[] Foreign =
    [
        "VOICEBOT_", "ELEVENLABS_", "WEBSITE_", "FUNCTIONS_", "AzureWebJobs", "Kestrel__", "ASPNETCORE_", "DOTNET_ENVIRONMENT",
        "HTTP_PLATFORM",
    ];

    private readonly Process process;
    private readonly StringBuilder output = new();

    public WorkerProcess(string appFolder, int port, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var (worker, request) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        const string MessageLength = "2147483647";
        string[] command =
        [
            "dotnet", Path.Combine(appFolder, "Voicebot.Functions.dll"),
            "--host", "127.0.0.1", "--port", $"{port}", "--workerId", worker, "--requestId", request,
            "--grpcMaxMessageLength", MessageLength,
            "--functions-uri", $"http://127.0.0.1:{port}/", "--functions-worker-id", worker, "--functions-request-id", request,
            "--functions-grpc-max-message-length", MessageLength,
        ];
        if (!OperatingSystem.IsWindows())
            command = ["sh", "-c", Guarded, "sh", .. command];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = appFolder,
        };
        foreach (var name in start.Environment.Keys.ToList())
            if (Foreign.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
                start.Environment.Remove(name);
        start.Environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = appFolder;
        start.Environment["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development";
        foreach (var (name, value) in settings.Where(setting => setting.Value is not null))
            start.Environment[name] = value;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        AppDomain.CurrentDomain.ProcessExit += Kill;
        process.BeginOutputReadLine(); // a full pipe would stop it
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

    /// <summary>Its exit code, when it ends within the time; null when not.</summary>
    public async Task<int?> EndAsync(TimeSpan within)
    {
        try
        {
            await process.WaitForExitAsync().WaitAsync(within);
            return process.ExitCode;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= Kill;
        Kill(this, EventArgs.Empty);
        process.StandardInput.Close(); // the guard goes, too
        process.Dispose();
    }

    private void Kill(object? sender, EventArgs reason)
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
    }

    private void Keep(string? line)
    {
        lock (output)
            output.AppendLine(line);
    }
}
