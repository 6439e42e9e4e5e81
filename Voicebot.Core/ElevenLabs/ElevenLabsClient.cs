using System.Text.Json;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Voicebot.Core.Json;

namespace Voicebot.Core.ElevenLabs;

/// <summary>Where and as whom the vendor's API is called.</summary>
public sealed record ElevenLabsConnection(Uri BaseUrl, string ApiKey)
{
    /// <summary>Without the key, which must not get into a log by mistake.</summary>
    public override string ToString() => BaseUrl.ToString();
}

/// <summary>
/// Typed access to the conversation part of the ElevenLabs API. Every method throws <see cref="ElevenLabsException"/>;
/// transient trouble has then already been retried, unless the method says otherwise.
/// </summary>
public sealed class ElevenLabsClient(
    HttpClient http, ElevenLabsConnection connection, ResiliencePipeline pipeline, ResiliencePipeline single, AdaptiveConcurrency concurrency, TimeProvider clock)
{
    /// <summary>The vendor's upper bound; a larger page is refused with 422.</summary>
    public const int PageSize = 100;

    /// <summary>One page, newest first. The instants (unix seconds) may be exclusive on either side: ask a little wider.</summary>
    public async Task<ConversationPage> ListConversationsAsync(string agentId, long? startAfter, long? startBefore, string? cursor, CancellationToken cancellation)
    {
        var query = new QueryText("v1/convai/conversations")
            .Add("agent_id", agentId)
            .Add("page_size", PageSize)
            .Add("summary_mode", "include")
            .Add("call_start_after_unix", startAfter)
            .Add("call_start_before_unix", startBefore)
            .Add("cursor", cursor);
        var json = await GetAsync(query.ToString(), "conversations", cancellation);
        return new ConversationPage(
            [.. json.Items("conversations").Select(item => new ConversationListItem(item))],
            json.Flag("has_more"),
            json.Text("next_cursor"));
    }

    public async Task<ConversationDetail> GetConversationAsync(string conversationId, CancellationToken cancellation)
    {
        using var place = await concurrency.EnterAsync(cancellation);
        var json = await GetAsync($"v1/convai/conversations/{Uri.EscapeDataString(conversationId)}", "metadata", cancellation);
        concurrency.Succeeded();
        return new ConversationDetail(json);
    }

    /// <summary>Writes the recording to <paramref name="destination"/> and returns its media type.</summary>
    /// <exception cref="ElevenLabsException">Also when it is larger than <paramref name="maxBytes"/>.</exception>
    public async Task<string?> DownloadAudioAsync(string conversationId, Stream destination, long maxBytes, CancellationToken cancellation)
    {
        var path = $"v1/convai/conversations/{Uri.EscapeDataString(conversationId)}/audio";
        return await GuardAsync(async () =>
        {
            // Only the beginning of the answer is tried again and limited in time: a long recording may take its time.
            using var response = await pipeline.ExecuteAsync(async token => await SendAsync(path, token), cancellation);
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            var buffer = new byte[81_920];
            long total = 0;
            for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
            {
                if ((total += read) > maxBytes)
                    throw new ElevenLabsException(ElevenLabsErrorKind.Malformed, $"ElevenLabs sent a recording of more than {maxBytes / 1024 / 1024} MB, which cannot be played here. Listen to it at ElevenLabs.");
                await destination.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
            return response.Content.Headers.ContentType?.MediaType;
        });
    }

    /// <summary>All agents that the key can see, in the vendor's order.</summary>
    public async Task<IReadOnlyList<VendorAgent>> ListAgentsAsync(CancellationToken cancellation)
    {
        var agents = new List<VendorAgent>();
        string? cursor = null;
        var seen = new HashSet<string>();
        do
        {
            var json = await GetAsync(new QueryText("v1/convai/agents").Add("page_size", PageSize).Add("cursor", cursor).ToString(), "agents", cancellation);
            agents.AddRange(json.Items("agents")
                .Where(agent => agent.Text("agent_id") is not null)
                .Select(agent => new VendorAgent(agent.Text("agent_id")!, agent.Text("name") ?? agent.Text("agent_id")!)));
            cursor = json.Flag("has_more") ? json.Text("next_cursor") : null;
        }
        while (cursor is not null && seen.Add(cursor));
        return agents;
    }

    /// <summary>
    /// The evaluation criteria of an agent that have a name. One attempt; the rest of the agent's document is very large, may
    /// hold secrets, and is let go at once.
    /// </summary>
    public Task<IReadOnlyList<VendorCriterion>> ListCriteriaAsync(string agentId, CancellationToken cancellation) =>
        GuardAsync(async () => await single.ExecuteAsync(async token => await AttemptAsync($"v1/convai/agents/{Uri.EscapeDataString(agentId)}", "agent_id", CriteriaOf, token), cancellation));

    private static IReadOnlyList<VendorCriterion> CriteriaOf(JsonElement agent) =>
        [.. agent.Items("platform_settings", "evaluation", "criteria")
            .Select(criterion => (Id: criterion.Text("id"), Name: criterion.Text("name")?.Trim()))
            .Where(criterion => criterion.Id is not null && criterion.Name is { Length: > 0 and <= VendorCriterion.MaxNameLength })
            .Select(criterion => new VendorCriterion(criterion.Id!, criterion.Name!))];

    /// <param name="expected">A member without which the answer is not what was asked for.</param>
    private Task<JsonElement> GetAsync(string path, string expected, CancellationToken cancellation) =>
        GuardAsync(async () => await pipeline.ExecuteAsync(async token => await AttemptAsync(path, expected, json => json.Clone(), token), cancellation));

    private async Task<T> GuardAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TimeoutRejectedException or BrokenCircuitException)
        {
            throw new ElevenLabsException(ElevenLabsErrorKind.Unavailable,
                $"ElevenLabs could not be reached at {connection.BaseUrl.Host} ({Reason(exception)}). Check the network connection and try again in a few minutes.", exception);
        }
    }

    private async Task<T> AttemptAsync<T>(string path, string expected, Func<JsonElement, T> read, CancellationToken cancellation)
    {
        using var response = await SendAsync(path, cancellation);
        var body = await response.Content.ReadAsByteArrayAsync(cancellation);
        try
        {
            using var document = JsonDocument.Parse(JsonRepair.Readable(body), new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (document.RootElement.Member(expected) is not null)
                return read(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new ElevenLabsException(ElevenLabsErrorKind.Malformed, "ElevenLabs sent an answer that is not JSON. Try again; if it stays, a proxy may be answering in its place.", exception);
        }
        throw new ElevenLabsException(ElevenLabsErrorKind.Malformed, $"ElevenLabs sent an answer without '{expected}'. Try again; if it stays, the API may have changed: look for a newer version of this program.");
    }

    /// <summary>An answer of success, of which only the head has been read.</summary>
    private async Task<HttpResponseMessage> SendAsync(string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(connection.BaseUrl, path));
        request.Headers.TryAddWithoutValidation("xi-api-key", connection.ApiKey);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw ElevenLabsErrors.From(response.StatusCode, response.Headers, await response.Content.ReadAsByteArrayAsync(cancellation), clock);
    }

    private static string Reason(Exception exception) => exception switch
    {
        TimeoutRejectedException => "no answer in time",
        BrokenCircuitException => "it has failed repeatedly, requests are held back for a moment",
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http => http.HttpRequestError.ToString(),
        _ => "the connection broke",
    };
}

/// <summary>One page of the list. <see cref="HasMore"/> without a new cursor is a dead end: the vendor has more but does not say where.</summary>
public sealed record ConversationPage(IReadOnlyList<ConversationListItem> Items, bool HasMore, string? NextCursor);

/// <summary>An agent of the account.</summary>
public sealed record VendorAgent(string Id, string Name);

/// <summary>An evaluation criterion of an agent, as people call it.</summary>
public sealed record VendorCriterion(string Id, string Name)
{
    /// <summary>More is no name.</summary>
    public const int MaxNameLength = 200;
}
