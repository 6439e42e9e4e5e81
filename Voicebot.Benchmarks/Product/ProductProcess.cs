using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Voicebot.Benchmarks.Product;

/// <summary>The product as its users run it: a process of its own on a loopback port.</summary>
public sealed class ProductProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder said;
    private readonly Stopwatch age;

    private ProductProcess(Process process, StringBuilder said, Stopwatch age, int port, TimeSpan firstAnswer)
    {
        (this.process, this.said, this.age) = (process, said, age);
        FirstAnswer = firstAnswer;
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/"), Timeout = TimeSpan.FromMinutes(5) };
    }

    public HttpClient Http { get; }

    /// <summary>From the start of the process to the first answer of <c>/api/health</c>.</summary>
    public TimeSpan FirstAnswer { get; }

    /// <summary>Since the start of the process.</summary>
    public TimeSpan Age => age.Elapsed;

    /// <summary>What it printed so far.</summary>
    public string Said
    {
        get
        {
            lock (said)
                return said.ToString();
        }
    }

    /// <summary>Resident memory now, in MB.</summary>
    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    /// <param name="build">The folder of another version's Voicebot.Functions.dll; null for the one that was built with this.</param>
    /// <param name="database">A server's, as an Npgsql connection string; null for a file.</param>
    public static async Task<ProductProcess> StartAsync(string dataFolder, int port, string? vendorUrl = null, string? build = null,
        string? database = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var argument in new[] { Path.Combine(build ?? AppContext.BaseDirectory, "Voicebot.Functions.dll"), "--port", $"{port}" })
            start.ArgumentList.Add(argument);
        start.Environment["VOICEBOT_DATA"] = dataFolder;
        start.Environment["VOICEBOT_TIME_ZONE"] = "Europe/Warsaw";
        if (database is not null)
            start.Environment["VOICEBOT_DATABASE"] = database;
        if (vendorUrl is not null)
        {
            start.Environment["ELEVENLABS_API_KEY"] = "sk_of_a_simulated_vendor_000000";
            start.Environment["ELEVENLABS_BASE_URL"] = vendorUrl;
        }
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start) ?? throw new InvalidOperationException("The product did not start.");
        var said = new StringBuilder();
        process.OutputDataReceived += (_, line) =>
        {
            lock (said)
                said.AppendLine(line.Data);
        };
        process.ErrorDataReceived += (_, line) => { if (line.Data is not null) Console.Error.WriteLine(line.Data); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        while (true)
        {
            try
            {
                (await http.GetAsync("api/health")).EnsureSuccessStatusCode();
                return new ProductProcess(process, said, watch, port, watch.Elapsed);
            }
            catch (HttpRequestException) when (!process.HasExited && watch.Elapsed < TimeSpan.FromMinutes(2))
            {
                await Task.Delay(5);
            }
        }
    }

    /// <summary>Synchronises all agents over the sample's days and returns how long it took.</summary>
    public async Task<TimeSpan> SyncAsync(Action? everySecond = null)
    {
        (await Http.PostAsJsonAsync("api/settings", new { agents = Filling.SampleConversations.Agents.Select(id => new { id }) }))
            .EnsureSuccessStatusCode();
        var watch = Stopwatch.StartNew();
        (await Http.PostAsJsonAsync("api/sync", new { start_date = "2026-09-01", end_date = "2026-11-01" })).EnsureSuccessStatusCode();
        var looks = 0;
        while (true)
        {
            await Task.Delay(20);
            var runs = await Http.GetFromJsonAsync<JsonElement>("api/sync-logs?limit=50");
            if (runs.EnumerateArray().All(run => run.GetProperty("status").GetString() is not ("queued" or "running")))
                return watch.Elapsed;
            if (++looks % 50 == 0)
                everySecond?.Invoke();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
