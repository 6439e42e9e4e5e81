using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;

namespace Voicebot.Benchmarks.Yardsticks;

/// <summary>A web application that only says "ok": what any of them costs at least.</summary>
public sealed class EmptyApp : IAsyncDisposable
{
    private readonly Process process;

    private EmptyApp(Process process, int port, TimeSpan firstAnswer)
    {
        this.process = process;
        FirstAnswer = firstAnswer;
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
    }

    public HttpClient Http { get; }

    /// <summary>From the start of the process to the first answer.</summary>
    public TimeSpan FirstAnswer { get; }

    /// <summary>What the process does.</summary>
    public static async Task ServeAsync(int port)
    {
        var builder = WebApplication.CreateBuilder(["--urls", $"http://127.0.0.1:{port}", "--Logging:LogLevel:Default=Warning"]);
        await using var app = builder.Build();
        app.MapGet("/", () => "ok");
        await app.RunAsync();
    }

    public static async Task<EmptyApp> StartAsync(int port)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "Voicebot.Benchmarks.dll"), "empty", $"{port}" })
            start.ArgumentList.Add(argument);
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start) ?? throw new InvalidOperationException("The empty application did not start.");
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync("");
                return answer.StatusCode == HttpStatusCode.OK ? new EmptyApp(process, port, watch.Elapsed)
                    : throw new InvalidOperationException($"The empty application answers {answer.StatusCode}.");
            }
            catch (HttpRequestException) when (!process.HasExited && watch.Elapsed < TimeSpan.FromMinutes(1))
            {
                await Task.Delay(5);
            }
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
