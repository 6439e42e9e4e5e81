using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Voicebot.Core.Data;
using Voicebot.Functions.LocalHost;

namespace Voicebot.Tests.Support;

/// <summary>The product itself on a free port, with a database of its own.</summary>
public sealed class VoicebotServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TemporaryFolder? ownFolder;
    private bool stopped;

    private VoicebotServer(WebApplication app, string dataFolder, TemporaryFolder? ownFolder, RecordedLog log)
    {
        (this.app, DataFolder, this.ownFolder, Log) = (app, dataFolder, ownFolder, log);
        Http = NewClient();
    }

    /// <summary>Raised before the server goes at the end of a test, so that a page on it stops expecting answers.</summary>
    public event Action? Leaving;

    public HttpClient Http { get; }
    public string DataFolder { get; }
    public RecordedLog Log { get; }
    public IServiceProvider Services => app.Services;
    public Database Database => Services.GetRequiredService<Database>();

    /// <summary>A client that has not signed in and keeps no cookies.</summary>
    public HttpClient NewClient() => new(new DescribedAnswers(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }))
    {
        BaseAddress = new Uri(app.Urls.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal)
            .Replace("[::]", "127.0.0.1", StringComparison.Ordinal) + "/"),
    };

    public static Task<VoicebotServer> StartAsync(VendorSimulator vendor, params string[] agents) =>
        StartAsync(new VoicebotServerSetup { Vendor = vendor, Agents = agents.Length > 0 ? agents : [ConversationBuilder.DefaultAgent] });

    public static async Task<VoicebotServer> StartAsync(VoicebotServerSetup setup)
    {
        var ownFolder = setup.DataFolder is null ? new TemporaryFolder() : null;
        var folder = setup.DataFolder ?? ownFolder!.FullPath;
        if (ownFolder is not null && setup is { Demo: false, NamesDatabase: false })
            MigratedFile.PutAt(Path.Combine(folder, "voicebot.db"));
        var log = new RecordedLog();
        var app = LocalServer.Build(new LocalArguments(0, setup.Demo, false), setup.Settings(folder), services =>
        {
            foreach (var console in services.Where(one => one.ImplementationType == typeof(ConsoleLoggerProvider)).ToList())
                services.Remove(console);
            services.AddLogging(logging => logging.AddProvider(log));
            services.Replace(ServiceDescriptor.Singleton(setup.Clock));
            services.Replace(ServiceDescriptor.Singleton(setup.Patience));
            setup.Replace?.Invoke(services);
        });
        await app.StartAsync();
        var server = new VoicebotServer(app, folder, ownFolder, log);
        if (setup.AccessKey is { } key)
            server.Http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        if (setup.Agents.Count > 0 && !setup.Demo)
            await server.SaveSettingsAsync(new { agents = setup.Agents });
        return server;
    }

    /// <summary>Stops as Ctrl+C does; the folder stays.</summary>
    public async Task StopAsync(CancellationToken giveUp = default)
    {
        if (stopped)
            return;
        stopped = true;
        await app.StopAsync(giveUp);
    }

    public async Task<JsonElement> SaveSettingsAsync(object settings) =>
        await (await Http.PostJsonAsync("api/settings", settings)).JsonAsync();

    public async Task<JsonElement> GetJsonAsync(string path) => await (await Http.GetAsync(path)).JsonAsync();

    /// <summary>Starts a synchronisation of the days and waits for its end. Returns the runs as the API shows them.</summary>
    public async Task<IReadOnlyList<JsonElement>> SyncAsync(string from = "2026-09-01", string to = "2026-10-31") =>
        await WaitForRunsAsync(await StartSyncAsync(from, to));

    /// <summary>One agent's synchronisation.</summary>
    public async Task<JsonElement> SyncOneAsync(string from = "2026-09-01", string to = "2026-10-31") =>
        Assert.Single(await SyncAsync(from, to));

    public async Task<IReadOnlyList<long>> StartSyncAsync(string from = "2026-09-01", string to = "2026-10-31")
    {
        var started = await (await Http.PostJsonAsync("api/sync", new { start_date = from, end_date = to })).JsonAsync(202);
        return [.. started.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("id").GetInt64())];
    }

    public async Task<IReadOnlyList<JsonElement>> WaitForRunsAsync(IEnumerable<long> ids)
    {
        var runs = new List<JsonElement>();
        foreach (var id in ids)
            runs.Add(await WaitForRunAsync(id, run => run.Text("status") is not ("queued" or "running")));
        return runs;
    }

    public async Task<JsonElement> WaitForRunAsync(long id, Func<JsonElement, bool> condition)
    {
        JsonElement run = default;
        await Eventually.True(async () => condition(run = await GetJsonAsync($"api/sync-logs/{id}")), $"the expected state of run {id}");
        return run;
    }

    public async ValueTask DisposeAsync()
    {
        Leaving?.Invoke();
        await StopAsync();
        Http.Dispose();
        await app.DisposeAsync();
        ownFolder?.Dispose();
    }
}
