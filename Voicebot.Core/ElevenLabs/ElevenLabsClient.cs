using System.Text.Json;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Voicebot.Core.Json;

namespace Voicebot.Core.ElevenLabs;

/// <summary>
/// Typed access to the conversation part of the ElevenLabs API. Every method throws <see cref="ElevenLabsException"/>;
/// transient trouble has then already been retried, unless the method says otherwise.
/// </summary>
public sealed class ElevenLabsClient(
    HttpClient http, ElevenLabsConnection connection, ResiliencePipeline pipeline, ResiliencePipeline single,
    AdaptiveConcurrency concurrency, TimeProvider clock, ElevenLabsOptions? options = null)
{
    /// <summary>The vendor's upper bound; a larger page is refused with 422.</summary>
    public const int PageSize = 100;

    /// <summary>Two million conversations of one agent in one listing; a list that goes on beyond has no end.</summary>
    public const int MaxPages = 20_000;

    /// <summary>Far above what an account has.</summary>
    public const int MaxAgents = 10_000;
    private const int MaxTagPages = 50;

    private const int MaxItems = 10 * PageSize;
    private const int MaxCursorLength = 4_096;
    internal const int MaxIdLength = 200;

    /// <summary>One page, newest first. The instants (unix seconds) may be exclusive on either side: ask a little wider.</summary>
    public Task<ConversationPage> ListConversationsAsync(string agentId, long? startAfter, long? startBefore, string? cursor,
        CancellationToken cancellation) =>
        ListConversationsAsync(agentId, startAfter, startBefore, ListedResults.None, cancellation: cancellation, cursor: cursor);

    /// <summary>The same, each conversation with the results that are asked for.</summary>
    public async Task<ConversationPage> ListConversationsAsync(string agentId, long? startAfter, long? startBefore, ListedResults results,
        string? cursor, CancellationToken cancellation)
    {
        var query = new QueryText("v1/convai/conversations")
            .Add("agent_id", agentId)
            .Add("page_size", PageSize)
            .Add("summary_mode", "include")
            .Add("call_start_after_unix", startAfter)
            .Add("call_start_before_unix", startBefore)
            .Add("evaluation_criteria_ids", results.CriterionIds)
            .Add("data_collection_ids", results.DatumIds)
            .Add("cursor", cursor);
        var json = await GetAsync(query.ToString(), "conversations", cancellation);
        return new ConversationPage(
            [.. Page(json, "conversations").Select(item => new ConversationListItem(item))],
            HasMore(json),
            Cursor(json));
    }

    /// <summary>Where it is absent, null or no yes or no, a cursor says that it goes on.</summary>
    private static bool HasMore(JsonElement page) => page.Member("has_more")?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => page.Text("next_cursor") is { Length: > 0 },
    };

    /// <param name="conversationId">The vendor's id.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <param name="room">Waited for with the size in bytes of a large document, before its copies are made.</param>
    public async Task<ConversationDetail> GetConversationAsync(
        string conversationId, CancellationToken cancellation, Func<long, CancellationToken, Task>? room = null)
    {
        using var place = await concurrency.EnterAsync(cancellation);
        var path = $"v1/convai/conversations/{Uri.EscapeDataString(conversationId)}";
        var document = await ReadAsync(path, "metadata", AnswerBounds.Detail with { Room = room }, cancellation);
        concurrency.Succeeded();
        return document.IsCut
            ? throw new ElevenLabsException(ElevenLabsErrorKind.Malformed, ConversationDetail.TooDeep)
            : new ConversationDetail(document.Json) { Bytes = document.Bytes };
    }

    /// <summary>Writes the recording to what <paramref name="open"/> gives for its media type.</summary>
    /// <exception cref="ElevenLabsException">Also when it is larger than <paramref name="maxBytes"/>.</exception>
    public Task DownloadAudioAsync(string conversationId, Func<string?, Task<Stream>> open, long maxBytes, CancellationToken cancellation)
    {
        var path = $"v1/convai/conversations/{Uri.EscapeDataString(conversationId)}/audio";
        return GuardAsync(async () =>
        {
            // Only the beginning of the answer is tried again; a long recording may take its time, but not for ever.
            using var response = await pipeline.ExecuteAsync(async token => await SendAsync(path, token), cancellation);
            if (response.Content.Headers.ContentType?.MediaType is { } type
                && type.StartsWith("text/", StringComparison.OrdinalIgnoreCase))
                throw ForeignAnswers.Answered(response, connection.BaseUrl.Host);
            using var limit = new CancellationTokenSource((options ?? new ElevenLabsOptions()).RecordingTimeout, clock);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
            try
            {
                var destination = await open(response.Content.Headers.ContentType?.MediaType);
                await CopyAsync(response.Content, destination, maxBytes, both.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                throw new ElevenLabsException(
                    ElevenLabsErrorKind.Unavailable, "ElevenLabs did not send the recording in time. Try again in a few minutes.");
            }
            return 0;
        });
    }

    private static async Task CopyAsync(HttpContent content, Stream destination, long maxBytes, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > maxBytes)
            throw TooLong(maxBytes);
        await using var body = await content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[81_920];
        long total = 0;
        for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
        {
            if ((total += read) > maxBytes)
                throw TooLong(maxBytes);
            await destination.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
    }

    private static ElevenLabsException TooLong(long maxBytes) => new(ElevenLabsErrorKind.Malformed,
        $"ElevenLabs sent a recording of more than {maxBytes / 1024 / 1024} MB, which cannot be played here. Listen to it at ElevenLabs.");

    /// <summary>All agents that the key can see, in the vendor's order.</summary>
    public async Task<IReadOnlyList<VendorAgent>> ListAgentsAsync(CancellationToken cancellation)
    {
        var agents = new List<VendorAgent>();
        string? cursor = null;
        var seen = new HashSet<string>();
        do
        {
            var query = new QueryText("v1/convai/agents").Add("page_size", PageSize).Add("cursor", cursor);
            var json = await GetAsync(query.ToString(), "agents", cancellation);
            agents.AddRange(Page(json, "agents")
                .Where(agent => agent.Text("agent_id") is { Length: <= MaxIdLength })
                .Select(agent => new VendorAgent(agent.Text("agent_id")!, Name(agent.Text("name") ?? agent.Text("agent_id")!))));
            if (agents.Count > MaxAgents || seen.Count > MaxAgents / PageSize)
                throw Endless("agents");
            cursor = HasMore(json) ? Cursor(json) : null;
        }
        while (cursor is not null && seen.Add(cursor));
        return agents;
    }

    /// <summary>
    /// Whether the key is one of this address, be it one that may do little. One attempt; false also where nobody answers.
    /// </summary>
    public async Task<bool> KnowsKeyAsync(CancellationToken cancellation)
    {
        try
        {
            var path = new QueryText("v1/convai/agents").Add("page_size", 1).ToString();
            await GuardAsync(async () =>
                await single.ExecuteAsync(async token => await AttemptAsync(path, "agents", _ => true, AnswerBounds.Page, token),
                    cancellation));
            return true;
        }
        catch (ElevenLabsException exception)
        {
            return exception.Kind is ElevenLabsErrorKind.PermissionMissing or ElevenLabsErrorKind.Quota;
        }
    }

    /// <summary>Whether the key sees the agent; false also where it may not ask.</summary>
    public async Task<bool> SeesAgentAsync(string agentId, CancellationToken cancellation)
    {
        try
        {
            await GuardAsync(async () =>
                await pipeline.ExecuteAsync(async token =>
                    await AttemptAsync(PathOf(agentId), "agent_id", _ => true, AnswerBounds.Page, token), cancellation));
            return true;
        }
        catch (ElevenLabsException exception)
            when (!exception.IsOutage && exception.Kind is not (ElevenLabsErrorKind.RateLimited or ElevenLabsErrorKind.Certificate))
        {
            return false;
        }
    }

    /// <summary>
    /// The name of an agent, and its evaluation criteria that have one. One attempt; the rest of the agent's document is very large, may
    /// hold secrets, and is let go at once.
    /// </summary>
    public Task<VendorAgentProfile> GetAgentAsync(string agentId, CancellationToken cancellation) =>
        GuardAsync(async () => await single.ExecuteAsync(
            async token => await AttemptAsync(
                PathOf(agentId), "agent_id", agent => new VendorAgentProfile(agent.Json.Text("name"), VendorCriterion.ReadAll(agent.Json)),
                AnswerBounds.Page, token),
            cancellation));

    /// <summary>
    /// What the workspace's tags are called, the newest first; of very many only the newest. One attempt for each page.
    /// </summary>
    public async Task<IReadOnlyList<VendorTag>> ListTagsAsync(CancellationToken cancellation)
    {
        var tags = new List<VendorTag>();
        string? cursor = null;
        var seen = new HashSet<string>();
        do
        {
            var path = new QueryText("v1/convai/tags").Add("page_size", PageSize).Add("cursor", cursor).ToString();
            (var page, cursor) = await GuardAsync(async () => await single.ExecuteAsync(
                async token => await AttemptAsync(path, "conversation_tags",
                    answer => (VendorTag.ReadAll(answer.Json), HasMore(answer.Json) ? Cursor(answer.Json) : null),
                    AnswerBounds.Page, token),
                cancellation));
            tags.AddRange(page);
        }
        while (cursor is not null && seen.Add(cursor) && seen.Count < MaxTagPages);
        return tags;
    }

    private static string PathOf(string agentId) => $"v1/convai/agents/{Uri.EscapeDataString(agentId)}";

    /// <summary>The list goes on and on, which no real one does.</summary>
    public static ElevenLabsException Endless(string what) => new(ElevenLabsErrorKind.TooLarge,
        $"ElevenLabs's list of {what} has no end. What was read is stored. Try again; if it happens again, report it with this message.");

    /// <summary>The items of one page; no page has ten times as many as were asked for.</summary>
    private static List<JsonElement> Page(JsonElement json, string name)
    {
        var items = json.Items(name).Take(MaxItems + 1).ToList();
        return items.Count <= MaxItems ? items : throw Endless(name);
    }

    /// <summary>A place in the list; one that is too long to be sent back is none.</summary>
    private static string? Cursor(JsonElement json) => json.Text("next_cursor") is { Length: <= MaxCursorLength } cursor ? cursor : null;

    private static string Name(string name) => name.Length <= VendorAgent.MaxNameLength ? name
        : name[..(VendorAgent.MaxNameLength - (char.IsHighSurrogate(name[VendorAgent.MaxNameLength - 1]) ? 1 : 0))];

    /// <param name="expected">A member without which the answer is not what was asked for.</param>
    private async Task<JsonElement> GetAsync(string path, string expected, CancellationToken cancellation) =>
        (await ReadAsync(path, expected, AnswerBounds.Page, cancellation)).Json;

    private Task<VendorDocument> ReadAsync(string path, string expected, AnswerBounds bounds, CancellationToken cancellation) =>
        GuardAsync(async () => await pipeline.ExecuteAsync(
            async token => await AttemptAsync(path, expected, document => document, bounds, token), cancellation));

    private async Task<T> GuardAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException or TimeoutRejectedException or BrokenCircuitException)
        {
            throw ForeignAnswers.NotReached(exception, connection.BaseUrl.Host);
        }
    }

    private async Task<T> AttemptAsync<T>(
        string path, string expected, Func<VendorDocument, T> read, AnswerBounds bounds, CancellationToken cancellation)
    {
        using var response = await SendAsync(path, cancellation);
        var body = await BoundedAnswer.ReadAsync(response.Content, bounds, cancellation);
        var fault = $"an answer without '{expected}'. Try again; if it stays, the API may have changed: look for a newer version of "
            + "this program";
        try
        {
            var document = VendorJson.Read(body);
            if (document.Json.Member(expected) is not null)
                return read(document);
        }
        catch (JsonException)
        {
            fault = "an answer that is not JSON. Try again; if it stays, a proxy may be answering in its place";
        }
        if (ForeignAnswers.IsPage(response.Content.Headers.ContentType, body))
            throw ForeignAnswers.Answered(response, connection.BaseUrl.Host);
        throw new ElevenLabsException(ElevenLabsErrorKind.Malformed, $"ElevenLabs sent {fault}.");
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
            throw ElevenLabsErrors.From(response, await BoundedAnswer.ReadBeginningAsync(response.Content, cancellation),
                connection.BaseUrl.Host, clock);
    }
}

/// <summary>
/// One page of the list. <see cref="HasMore"/> without a new cursor is a dead end: the vendor has more but does not say where.
/// </summary>
public sealed record ConversationPage(IReadOnlyList<ConversationListItem> Items, bool HasMore, string? NextCursor);
