using Voicebot.Core.Scheduling;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.WorkerHost;

/// <summary>The built worker and the local host over copies of one data folder, and one vendor for both.</summary>
public sealed class TwoHosts : IAsyncLifetime
{
    public const string OwnerKey = "owner-key-of-the-conformance-tests-0123456789";
    public const string ViewerKey = "viewer-key-of-the-conformance-tests-012345678";

    private readonly TemporaryFolder localFolder = new();
    private readonly TemporaryFolder workerFolder = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private VendorSimulator? vendor;
    private FunctionsHost? functions;
    private (string Local, string Worker) sessions = ("", "");

    internal VoicebotServer Local { get; private set; } = null!;
    internal FunctionsHost Worker => functions!;

    private string Authority => Local.Http.BaseAddress!.Authority;

    public async ValueTask InitializeAsync()
    {
        vendor = await VendorSimulator.StartAsync();
        vendor.Add(Seed.Conversations());
        vendor.Recordings["conv_in"] = new byte[3_000];
        var setup = new VoicebotServerSetup
        {
            Vendor = vendor,
            Agents = ["agent_one", "agent_two"],
            TimeZone = "Europe/Warsaw",
            DataFolder = localFolder.FullPath,
            AllowedOrigins = "https://reports.example.com",
            AccessKey = OwnerKey,
            ViewerKey = ViewerKey,
        };
        await using (var first = await VoicebotServer.StartAsync(setup))
        {
            await first.SyncAsync();
            await Eventually.True(
                async () => (await first.GetJsonAsync("api/agents")).GetRawText().Contains("First agent", StringComparison.Ordinal),
                "the agent's name, for which a run asks when it has ended");
            // Nothing is to be made up for at the next start, whatever the date is.
            first.Database.Write(connection => Dapper.SqlMapper.Execute(connection, "DELETE FROM timers"));
        }
        Copy(localFolder.FullPath, workerFolder.FullPath);
        Local = await VoicebotServer.StartAsync(setup with { Agents = [], Clock = TimeProvider.System });
        var variables = setup.Settings(workerFolder.FullPath).ToDictionary();
        foreach (var job in Jobs.All.Where(job => job.Setting is not null))
            variables[job.Setting!] = job.Default;
        functions = await FunctionsHost.StartAsync(variables);
    }

    public async ValueTask DisposeAsync()
    {
        var code = functions is null ? 0 : await functions.StopAsync();
        if (Local is not null)
            await Local.DisposeAsync();
        if (vendor is not null)
            await vendor.DisposeAsync();
        http.Dispose();
        localFolder.Dispose();
        workerFolder.Dispose();
        Assert.Equal(0, code); // it ended when it was asked to
    }

    /// <summary>The answers of both to the same request, the local host's first.</summary>
    internal async Task<(Answer Local, Answer Worker)> SendAsync(AskedRequest asked)
    {
        using var toLocal = asked.ToMessage(Authority, sessions.Local);
        using var toWorker = asked.ToMessage(Authority, sessions.Worker);
        using var fromLocal = await http.SendAsync(toLocal);
        using var fromWorker = await Worker.SendAsync(toWorker, Authority);
        sessions = (CookieOf(fromLocal) ?? sessions.Local, CookieOf(fromWorker) ?? sessions.Worker);
        return (await Answer.OfAsync(fromLocal), await Answer.OfAsync(fromWorker));
    }

    /// <summary>Of a session that begins; null when none does.</summary>
    private static string? CookieOf(HttpResponseMessage response) =>
        response.IsSuccessStatusCode && response.RequestMessage!.Method == HttpMethod.Post
            && response.Headers.TryGetValues("Set-Cookie", out var cookies)
            ? cookies.Single().Split(';')[0]
            : null;

    /// <summary>Waits until neither has a run that goes on.</summary>
    internal Task RestAsync() => UntilAsync("/api/health", "\"running_syncs\":0", "the end of all runs on both hosts");

    /// <summary>Waits until both answer with the text in it.</summary>
    internal Task UntilAsync(string path, string text, string what) => Eventually.True(async () =>
    {
        var (local, worker) = await SendAsync(new AskedRequest("GET", path));
        return local.Body.Contains(text, StringComparison.Ordinal) && worker.Body.Contains(text, StringComparison.Ordinal);
    }, what);

    internal static void Copy(string from, string to)
    {
        foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }
}
