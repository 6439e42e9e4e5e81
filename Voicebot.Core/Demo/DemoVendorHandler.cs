using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Voicebot.Core.Demo;

/// <summary>
/// The vendor's API inside this process, for <c>--demo</c>: about 4,500 conversations of three voicebots in six months, up to now.
/// Routes, parameters, shapes and errors are the vendor's; nothing is stored, every answer is computed anew from the date.
/// Safe for concurrent use. It answers at once and never fails by itself.
/// </summary>
/// <param name="clock">Decides what has happened yet.</param>
public sealed class DemoVendorHandler(TimeProvider clock) : HttpMessageHandler
{
    /// <summary>The only key that is accepted; it opens nothing outside the demo.</summary>
    public const string ApiKey = "sk_demo_opens_nothing_0000000000000000";

    private const string Conversations = "/v1/convai/conversations";
    private const string Audio = "/audio";
    private const string Agents = "/v1/convai/agents";

    private static readonly JsonWriterOptions Format = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // raw UTF-8, as the vendor sends it
        SkipValidation = true,
    };

    private readonly DemoCalendar _calendar = new();

    /// <summary>Answers like the vendor.</summary>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var response = Answer(request);
        response.RequestMessage = request;
        return Task.FromResult(response);
    }

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        if (!request.Headers.TryGetValues("xi-api-key", out var keys))
            return DemoErrors.KeyMissing();
        if (!keys.SequenceEqual([ApiKey]))
            return DemoErrors.KeyWrong();
        if (request.Method != HttpMethod.Get || request.RequestUri is not { } uri)
            return DemoErrors.NoSuchRoute();

        var path = uri.AbsolutePath.TrimEnd('/');
        var query = new DemoQuery(uri.Query);
        return path switch
        {
            Conversations => ListConversations(query),
            Agents => ListAgents(query),
            _ when IdAfter(Conversations, path) is { } id => GetConversation(id),
            _ when path.EndsWith(Audio, StringComparison.Ordinal) && IdAfter(Conversations, path[..^Audio.Length]) is { } id =>
                GetAudio(id),
            _ when IdAfter(Agents, path) is { } id => GetAgent(id),
            _ => DemoErrors.NoSuchRoute(),
        };
    }

    private HttpResponseMessage ListConversations(DemoQuery query)
    {
        var pageSize = query.PageSize();
        var after = query.Seconds("call_start_after_unix");
        var before = query.Seconds("call_start_before_unix");
        if (query.Problem is { } problem)
            return problem;
        var summaryMode = query["summary_mode"] ?? "exclude";
        if (summaryMode is not ("include" or "exclude"))
            return DemoErrors.Invalid("summary_mode", "literal_error", "Input should be 'exclude' or 'include'");
        var direction = query["sort_direction"] ?? "desc";
        if (direction is not ("asc" or "desc"))
            return DemoErrors.Invalid("sort_direction", "literal_error", "Input should be 'asc' or 'desc'");
        DemoPosition? position = null;
        if (query["cursor"] is { Length: > 0 } cursor)
        {
            position = DemoPosition.Read(cursor);
            if (position is null)
                return DemoErrors.CursorWrong();
        }

        var now = Now();
        var timeline = new DemoTimeline(
            _calendar, now, query["agent_id"], after ?? long.MinValue, before ?? long.MaxValue, ascending: direction == "asc");
        var page = timeline.After(position).Take(pageSize + 1).ToList();
        var hasMore = page.Count > pageSize;
        return Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("conversations"u8);
            foreach (var (key, start) in page.Take(pageSize))
            {
                var conversation = new DemoConversation(key, start);
                DemoListItem.Write(writer, conversation, DemoStages.At(conversation, now), summaryMode == "include");
            }
            writer.WriteEndArray();
            var last = hasMore ? page[pageSize - 1] : default;
            writer.WriteString("next_cursor"u8, hasMore ? new DemoPosition(last.Start, last.Key.Packed).Write() : null);
            writer.WriteBoolean("has_more"u8, hasMore);
            writer.WriteEndObject();
        });
    }

    private HttpResponseMessage GetConversation(string id)
    {
        var now = Now();
        if (!DemoConversationId.TryRead(id, out var key) || !_calendar.TryGetStart(key, now, out var start))
            return DemoErrors.ConversationUnknown();
        var conversation = new DemoConversation(key, start);
        return Json(writer => DemoDetail.Write(writer, conversation, DemoStages.At(conversation, now)));
    }

    private HttpResponseMessage GetAudio(string id)
    {
        var now = Now();
        if (!DemoConversationId.TryRead(id, out var key) || !_calendar.TryGetStart(key, now, out var start))
            return DemoErrors.ConversationUnknown();
        var conversation = new DemoConversation(key, start);
        if (DemoStages.At(conversation, now) < DemoStage.Processing || !DemoRecording.IsRecorded(conversation))
            return DemoErrors.RecordingUnknown();
        var content = new ByteArrayContent(DemoRecording.Wav(conversation));
        content.Headers.ContentType = new MediaTypeHeaderValue("audio/wav");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }

    private HttpResponseMessage ListAgents(DemoQuery query)
    {
        var pageSize = query.PageSize();
        if (query.Problem is { } problem)
            return problem;
        var first = 0;
        if (query["cursor"] is { Length: > 0 } cursor && (!int.TryParse(cursor, out first) || first < 0))
            return DemoErrors.CursorWrong();
        var search = query["search"] ?? "";
        var agents = DemoCompany.Agents.Where(a => a.Name.Contains(search, StringComparison.OrdinalIgnoreCase)).ToList();
        var now = Now();
        return Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("agents"u8);
            foreach (var agent in agents.Skip(first).Take(pageSize))
                DemoAgentWriter.WriteItem(writer, agent, LastCall(agent, now));
            writer.WriteEndArray();
            var next = first + pageSize;
            writer.WriteString("next_cursor"u8, next < agents.Count ? $"{next}" : null);
            writer.WriteBoolean("has_more"u8, next < agents.Count);
            writer.WriteEndObject();
        });
    }

    private static HttpResponseMessage GetAgent(string id) =>
        DemoCompany.Agents.FirstOrDefault(a => a.Id == id) is { } agent
            ? Json(writer => DemoAgentWriter.WriteDetail(writer, agent))
            : DemoErrors.AgentUnknown(id);

    private long? LastCall(DemoAgent agent, long now)
    {
        var timeline = new DemoTimeline(_calendar, now, agent.Id, long.MinValue, long.MaxValue, ascending: false);
        foreach (var (_, start) in timeline.After(null))
            return start;
        return null;
    }

    private long Now() => clock.GetUtcNow().ToUnixTimeSeconds();

    private static string? IdAfter(string route, string path)
    {
        if (!path.StartsWith(route + "/", StringComparison.Ordinal))
            return null;
        var rest = path[(route.Length + 1)..];
        return rest.Contains('/', StringComparison.Ordinal) ? null : Uri.UnescapeDataString(rest);
    }

    private static HttpResponseMessage Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(24 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, Format))
            write(writer);
        var content = new ReadOnlyMemoryContent(buffer.WrittenMemory);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }
}
