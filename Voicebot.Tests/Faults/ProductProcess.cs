using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Faults;

/// <summary>The product as a process of its own, so that it can really be killed.</summary>
internal sealed class ProductProcess : IDisposable
{
    /// <summary>A machine on which everything else is tested at the same time starts it slowly.</summary>
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Starts it where the system takes no rights from new files.</summary>
    public static (string Name, string Value) WithoutUmask { get; } = ("UMASK", "000");

    /// <summary>Starts it as a container does: a user without rights, and nothing to write but the data folder and its parent.</summary>
    public static (string Name, string Value) WithReadOnlyRoot { get; } = ("ROOT", "read-only");

    private const string ReadOnlyRoot = """
        set -e
        chown 1654:1654 "$VOLUME"
        mount --make-rprivate /
        mount --bind "$VOLUME" "$VOLUME"
        for place in $(awk '{ print $5 }' /proc/self/mountinfo | sort -u); do
          case $place in "$VOLUME"|/proc*|/sys*|/dev) ;; *) mount -o remount,bind,ro "$place" 2> /dev/null || true ;; esac
        done
        if touch /tmp/writable 2> /dev/null; then echo "/tmp can be written"; exit 1; fi
        exec setpriv --reuid=1654 --regid=1654 --clear-groups --no-new-privs --bounding-set=-all "$@"
        """;

    private ProductProcess(Uri vendor, string dataFolder, string[] arguments, string apiKey = VendorSimulator.Key,
        params (string Name, string Value)[] more)
    {
        string[] command = ["dotnet", Path.Combine(AppContext.BaseDirectory, "Voicebot.Functions.dll"), "--port", "0", .. arguments];
        if (more.Contains(WithoutUmask))
            command = ["sh", "-c", "umask 000; exec \"$@\"", "sh", .. command];
        if (more.Contains(WithReadOnlyRoot))
            command = ["unshare", "-m", "bash", "-c", ReadOnlyRoot, "bash", .. command];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["VOICEBOT_DATA"] = dataFolder;
        start.Environment["ELEVENLABS_BASE_URL"] = vendor.ToString();
        start.Environment["ELEVENLABS_API_KEY"] = apiKey;
        start.Environment["VOLUME"] = Path.GetDirectoryName(dataFolder);
        foreach (var (name, value) in more)
            start.Environment[name] = value;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.Exited += (_, _) => TellOfItsEnd();
        process.EnableRaisingEvents = true;
    }

    private bool disposed;

    public int Id => process.Id;

    public HttpClient Http { get; } = new();

    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    /// <summary>Bytes: the most that it had in memory since its start or the last reset. Linux only.</summary>
    public long PeakMemory => Status("VmHWM:");

    /// <param name="apiKey">The key in the environment; blank for none.</param>
    public static Task<ProductProcess> StartAsync(VendorSimulator vendor, string dataFolder, string apiKey = VendorSimulator.Key) =>
        StartAsync(vendor.Url, dataFolder, apiKey);

    /// <param name="more">Further variables.</param>
    public static async Task<ProductProcess> StartAsync(Uri vendor, string dataFolder, string apiKey = VendorSimulator.Key,
        params (string Name, string Value)[] more)
    {
        return await new ProductProcess(vendor, dataFolder, [], apiKey, more).ListeningAsync();
    }

    /// <summary>The demo on a system without a zone database.</summary>
    public static async Task<ProductProcess> StartDemoWithoutZonesAsync(VendorSimulator vendor, string dataFolder, string emptyFolder)
    {
        return await new ProductProcess(vendor.Url, dataFolder, ["--demo"], "", ("TZDIR", emptyFolder)).ListeningAsync();
    }

    /// <summary>What it said is told where it did not come to listen, and nothing of it is left.</summary>
    private async Task<ProductProcess> ListeningAsync()
    {
        try
        {
            Http.BaseAddress = await listening.Task.WaitAsync(Eventually.LongestWait);
            return this;
        }
        catch (TimeoutException)
        {
            var said = Output;
            Dispose();
            throw new TimeoutException($"The program did not listen within {Eventually.LongestWait}: {said}");
        }
    }

    /// <summary>For a start that is expected to fail: the exit code.</summary>
    public static async Task<(int ExitCode, string Output)> RunToEndAsync(VendorSimulator vendor, string dataFolder)
    {
        using var product = new ProductProcess(vendor.Url, dataFolder, []);
        product.listening.Task.ContinueWith(task => task.Exception, TaskScheduler.Default).Forget();
        await product.process.WaitForExitAsync().WaitAsync(Eventually.LongestWait);
        return (product.process.ExitCode, product.Output);
    }

    public async Task<long> StartSyncAsync()
    {
        using var response = await Http.PostAsJsonAsync("api/sync", new { start_date = "2026-10-01", end_date = "2026-10-31" });
        var json = await response.JsonAsync(202);
        return json.GetProperty("runs")[0].GetProperty("id").GetInt64();
    }

    public async Task<JsonElement> WaitForRunAsync(long id)
    {
        JsonElement run = default;
        await Eventually.True(async () =>
            (run = await Http.GetFromJsonAsync<JsonElement>($"api/sync-logs/{id}"))
            .Text("status") is not ("queued" or "running"), $"the end of run {id}");
        return run;
    }

    /// <summary>The peak counts from now; returns what it has now.</summary>
    public long ResetPeakMemory()
    {
        File.WriteAllText($"/proc/{process.Id}/clear_refs", "5");
        return Status("VmRSS:");
    }

    /// <summary>Connections to it that it has not closed yet, also where the other side has gone; as Linux counts them.</summary>
    public int OpenConnections
    {
        get
        {
            const string established = "01", closedByTheOther = "08";
            var port = Http.BaseAddress!.Port.ToString("X4", System.Globalization.CultureInfo.InvariantCulture);
            return new[] { "/proc/net/tcp", "/proc/net/tcp6" }.Where(File.Exists).SelectMany(File.ReadLines)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Count(parts => parts[1].EndsWith(":" + port, StringComparison.Ordinal) && parts[3] is (established or closedByTheOther));
        }
    }

    private long Status(string name) => 1024 * long.Parse(
        File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..]
            .Replace("kB", "", StringComparison.Ordinal),
        System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        if (!process.HasExited)
            Kill();
        process.Dispose();
        Http.Dispose();
    }

    /// <summary>Its last words may come after its end: they are waited for.</summary>
    private void TellOfItsEnd()
    {
        try
        {
            process.WaitForExit();
        }
        catch (InvalidOperationException)
        {
            // disposed of in the meantime
        }
        listening.TrySetException(new InvalidOperationException("The process ended: " + Output));
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.AppendLine(line);
        if (line.StartsWith("Voicebot Dashboard: ", StringComparison.Ordinal))
            listening.TrySetResult(new Uri(line["Voicebot Dashboard: ".Length..]));
    }
}

internal static class Tasks
{
    /// <summary>The task's outcome is looked at elsewhere, or not at all.</summary>
    public static void Forget(this Task _) { }
}
