using System.Globalization;
using Microsoft.AspNetCore.Http;
using Voicebot.Core.Data;
using Voicebot.Functions.Delivery;

namespace Voicebot.Functions.Responses;

/// <summary>
/// Keeps answers that follow from the address and the database alone, until the database changes, and tells a client that has
/// the current one so (304). Equal requests that come at once are worked out once.
/// </summary>
public sealed class AnswerCache(Database database)
{
    private const int MostBytes = 16 * 1024 * 1024;

    // Versions count from the start of the process, so tags of another one must not match.
    private readonly string process = Guid.NewGuid().ToString("N")[..8];
    private readonly Lock gate = new();
    private readonly Dictionary<string, Slot> slots = new(StringComparer.Ordinal);
    private long version = -1;
    private long bytes;

    /// <param name="request">Its path and query are the key.</param>
    /// <param name="make">Works out the answer; what it throws is not kept.</param>
    internal async Task<IResult> AnswerAsync<T>(HttpRequest request, Func<CancellationToken, T> make)
    {
        var key = request.Path.Value + request.QueryString.Value;
        var now = database.Version; // before the data are read: they may be newer than the tag says, never older
        var tag = string.Create(CultureInfo.InvariantCulture, $"W/\"{process}-{now:x}-{string.GetHashCode(key, StringComparison.Ordinal):x8}\"");
        if (request.Headers.IfNoneMatch.Count > 0 && request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(tag))
            return new NotModified(tag);
        var slot = SlotOf(key, now);
        await slot.Gate.WaitAsync(request.HttpContext.RequestAborted);
        try
        {
            return slot.Answer ??= Keep(new JsonAnswer(ApiJson.Bytes(make(request.HttpContext.RequestAborted)), entityTag: tag));
        }
        finally
        {
            slot.Gate.Release();
        }
    }

    private JsonAnswer Keep(JsonAnswer answer)
    {
        lock (gate)
            bytes += answer.Size;
        return answer;
    }

    private Slot SlotOf(string key, long now)
    {
        lock (gate)
        {
            if (version != now || bytes > MostBytes)
            {
                slots.Clear();
                bytes = 0;
                version = now;
            }
            if (!slots.TryGetValue(key, out var slot))
                slots[key] = slot = new Slot();
            return slot;
        }
    }

    private sealed class Slot
    {
        public SemaphoreSlim Gate { get; } = new(1);
        public JsonAnswer? Answer { get; set; }
    }

    private sealed class NotModified(string tag) : IResult, IStatusCodeHttpResult
    {
        public int? StatusCode => StatusCodes.Status304NotModified;

        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            httpContext.Response.Headers.ETag = tag;
            return Task.CompletedTask;
        }
    }
}
