using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Voicebot.Benchmarks.Filling;

namespace Voicebot.Benchmarks.Vendor;

/// <summary>
/// The vendor's list and details on a loopback port, with a fixed latency; details come from patterns, so that it is quicker than its
/// client.
/// </summary>
public sealed class QuickVendor : IAsyncDisposable
{
    private const int PageSize = 100;
    private const int Patterns = 200;
    private readonly WebApplication app;
    private readonly SampleConversations samples;
    private readonly TimeSpan latency;
    private readonly List<string> agents;
    private readonly string[] details;
    private int detailRequests;

    private QuickVendor(SampleConversations samples, TimeSpan latency, IReadOnlyList<string> agents)
    {
        this.samples = samples;
        this.agents = [.. agents];
        this.latency = latency;
        details = [.. Enumerable.Range(0, Math.Min(Patterns, samples.Total)).Select(number => samples.Detail(number).ToJsonString())];
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public string Url => app.Urls.First();

    public int DetailRequests => Volatile.Read(ref detailRequests);

    /// <param name="total">Conversations of all agents together.</param>
    /// <param name="latency">Before each answer.</param>
    /// <param name="agents">Of whom each has as many; null for those of the samples.</param>
    public static async Task<QuickVendor> StartAsync(int total, TimeSpan latency, IReadOnlyList<string>? agents = null)
    {
        var vendor = new QuickVendor(new SampleConversations(total), latency, agents ?? SampleConversations.Agents);
        await vendor.app.StartAsync();
        return vendor;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        if (latency > TimeSpan.Zero)
            await Task.Delay(latency, http.RequestAborted);
        const string list = "/v1/convai/conversations";
        var path = http.Request.Path.Value!;
        var body = path == list ? ListPage(http.Request.Query) : path.StartsWith(list + "/", StringComparison.Ordinal)
            ? DetailOf(path[(list.Length + 1)..]) : """{"agents":[],"has_more":false}""";
        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body), http.RequestAborted);
    }

    /// <summary>Numbers ascend as starts descend; each agent has every so many-th.</summary>
    private string ListPage(IQueryCollection query)
    {
        var agent = agents.IndexOf(query["agent_id"].ToString());
        var number = query.TryGetValue("cursor", out var cursor) ? int.Parse(cursor.ToString(), CultureInfo.InvariantCulture) : agent;
        var items = new JsonArray();
        for (; agent >= 0 && number < samples.Total && items.Count < PageSize; number += agents.Count)
        {
            var item = samples.ListItem(number);
            item["agent_id"] = agents[agent];
            item["agent_name"] = agents[agent];
            items.Add(item);
        }
        var more = agent >= 0 && number < samples.Total;
        return new JsonObject
        {
            ["conversations"] = items,
            ["has_more"] = more,
            ["next_cursor"] = more ? number.ToString(CultureInfo.InvariantCulture) : null,
        }.ToJsonString();
    }

    private string DetailOf(string id)
    {
        Interlocked.Increment(ref detailRequests);
        var number = int.Parse(id.AsSpan("conv_".Length), CultureInfo.InvariantCulture);
        var pattern = number % details.Length;
        return new StringBuilder(details[pattern])
            .Replace(SampleConversations.IdOf(pattern), id)
            .Replace($"\"{SampleConversations.AgentOf(pattern)}\"", $"\"{agents[number % agents.Count]}\"")
            .Replace($"{samples.StartOf(pattern)}", $"{samples.StartOf(number)}")
            .ToString();
    }
}
