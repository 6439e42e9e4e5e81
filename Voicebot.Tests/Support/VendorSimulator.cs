using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Voicebot.Tests.Support;

/// <summary>The ElevenLabs API on a socket of this computer, over conversations in memory, with faults on request.</summary>
public sealed class VendorSimulator : IAsyncDisposable
{
    public const string Key = "sk_simulated_0123456789abcdef_wxyz";
    public const string ListPath = "/v1/convai/conversations";
    public const string AgentsPath = "/v1/convai/agents";
    public const string TagsPath = "/v1/convai/tags";

    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly Dictionary<string, VendorConversation> conversations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<VendorFault>> scripted = new(StringComparer.Ordinal);
    private volatile VendorFault? everyList;
    private volatile VendorFault? everyDetail;
    private int underWay;

    private VendorSimulator()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public Uri Url => new(app.Urls.First());

    /// <summary>The only key that is accepted; change it to revoke the product's.</summary>
    public string ApiKey { get; set; } = Key;

    /// <summary>At most so many rows per page, whatever is asked for.</summary>
    public int MaxItems { get; set; } = 100;

    public VendorPaging Paging { get; set; }

    /// <summary>Answers as to a key of another workspace: nothing is there, neither conversations nor agents.</summary>
    public bool IsBlind { get; set; }

    public IReadOnlyList<(string Id, string Name)> Agents { get; set; } = [("agent_one", "First agent"), ("agent_two", "Second agent")];

    /// <summary>Evaluation criteria by agent id, as its configuration names them.</summary>
    public ConcurrentDictionary<string, IReadOnlyList<(string Id, string Name)>> Criteria { get; } = new(StringComparer.Ordinal);

    /// <summary>Tags of the account, by id.</summary>
    public ConcurrentDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>Recordings by conversation id; MP3 as far as the product is concerned.</summary>
    public ConcurrentDictionary<string, byte[]> Recordings { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<VendorRequest> Requests { get; } = new();

    /// <summary>The most detail requests that were under way at once.</summary>
    public int PeakDetails { get; private set; }

    public int ListRequests => Requests.Count(request => request.Path == ListPath);

    public IReadOnlyList<string> DetailRequests =>
        [.. Requests.Where(request => request.Path.StartsWith(ListPath + "/", StringComparison.Ordinal))
        .Select(request => request.Path[(ListPath.Length + 1)..])];

    /// <summary>Agents whose configuration was asked for, in order.</summary>
    public IReadOnlyList<string> AgentRequests =>
        [.. Requests.Where(request => request.Path.StartsWith(AgentsPath + "/", StringComparison.Ordinal))
        .Select(request => request.Path[(AgentsPath.Length + 1)..])];

    public IReadOnlyList<VendorConversation> Conversations
    {
        get
        {
            lock (gate)
                return [.. conversations.Values.Select(one => one.Copy())];
        }
    }

    public static async Task<VendorSimulator> StartAsync(params IEnumerable<VendorConversation> conversations)
    {
        var vendor = new VendorSimulator();
        vendor.Add(conversations);
        await vendor.app.StartAsync();
        return vendor;
    }

    public void Add(params IEnumerable<VendorConversation> added)
    {
        lock (gate)
            foreach (var one in added)
                conversations[one.Id] = one.Copy();
    }

    public void Change(string id, Action<VendorConversation> change)
    {
        lock (gate)
            change(conversations[id]);
    }

    public void Remove(string id)
    {
        lock (gate)
            conversations.Remove(id);
    }

    /// <summary>The next requests of the list are answered so, one after another.</summary>
    public void OnList(params VendorFault[] faults) => Script(ListPath, faults);

    public void OnDetail(string id, params VendorFault[] faults) => Script($"{ListPath}/{id}", faults);

    public void OnAudio(string id, params VendorFault[] faults) => Script($"{ListPath}/{id}/audio", faults);

    public void OnAgent(string id, params VendorFault[] faults) => Script($"{AgentsPath}/{id}", faults);

    public void OnTags(params VendorFault[] faults) => Script(TagsPath, faults);

    public void OnAgents(params VendorFault[] faults) => Script(AgentsPath, faults);

    /// <summary>Every list request is answered so from now on; null heals it.</summary>
    public void OnEveryList(VendorFault? fault) => everyList = fault;

    public void OnEveryDetail(VendorFault? fault) => everyDetail = fault;

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(true));
        await app.DisposeAsync();
    }

    private void Script(string path, VendorFault[] faults)
    {
        var queue = scripted.GetOrAdd(path, _ => new ConcurrentQueue<VendorFault>());
        foreach (var fault in faults)
            queue.Enqueue(fault);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        var isDetail = path.StartsWith(ListPath + "/", StringComparison.Ordinal);
        var key = http.Request.Headers["xi-api-key"].ToString();
        Requests.Enqueue(new VendorRequest(path, http.Request.QueryString.Value!, key.Length > 0 ? key : null));
        if (isDetail)
            Enter();
        try
        {
            if (key == ApiKey && path.EndsWith("/audio", StringComparison.Ordinal)
                && Recordings.TryGetValue(path[(ListPath.Length + 1)..^"/audio".Length], out var recording)
                && !(scripted.TryGetValue(path, out var troubles) && !troubles.IsEmpty))
            {
                http.Response.ContentType = "audio/mpeg";
                await http.Response.Body.WriteAsync(recording);
                return;
            }
            var (status, body) = Right(http.Request, path, key);
            http.Response.StatusCode = status;
            var fault = scripted.TryGetValue(path, out var queue) && queue.TryDequeue(out var next) ? next : isDetail ? everyDetail
                : path == ListPath ? everyList : null;
            await (fault ?? VendorFaults.None)(http, JsonSerializer.SerializeToUtf8Bytes(body));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // the caller has gone
        }
        finally
        {
            if (isDetail)
                Interlocked.Decrement(ref underWay);
        }
    }

    private (int Status, JsonNode Body) Right(HttpRequest request, string path, string key)
    {
        if (key != ApiKey)
            return (401, JsonNode.Parse(SampleFiles.Error("401-invalid-key"))!);
        lock (gate)
        {
            if (IsBlind && path == AgentsPath)
                return VendorPages.Agents([], request.Query, MaxItems);
            if (IsBlind && path != ListPath)
                return (404, JsonNode.Parse(SampleFiles.Error("404-conversation"))!);
            if (path == ListPath)
                return VendorPages.Conversations(IsBlind ? [] : conversations.Values, request.Query, MaxItems, Paging);
            if (path == TagsPath)
                return VendorPages.Tags([.. Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal)], request.Query, MaxItems);
            if (path == AgentsPath)
                return VendorPages.Agents(Agents, request.Query, MaxItems);
            if (path.StartsWith(AgentsPath + "/", StringComparison.Ordinal)
                && Agents.FirstOrDefault(agent => agent.Id == path[(AgentsPath.Length + 1)..]) is { Id: not null } known)
                return (200, VendorPages.Agent(known, Criteria.GetValueOrDefault(known.Id) ?? []));
            if (path.StartsWith(ListPath + "/", StringComparison.Ordinal)
                && conversations.TryGetValue(path[(ListPath.Length + 1)..], out var one))
                return (200, one.Detail.DeepClone());
        }
        return (404, JsonNode.Parse(SampleFiles.Error("404-conversation"))!);
    }

    private void Enter()
    {
        var now = Interlocked.Increment(ref underWay);
        lock (gate)
            PeakDetails = Math.Max(PeakDetails, now);
    }
}
