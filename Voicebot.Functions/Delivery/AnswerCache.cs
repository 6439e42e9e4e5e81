using System.Globalization;
using Microsoft.AspNetCore.Http;
using Voicebot.Core.Data;

namespace Voicebot.Functions.Delivery;

/// <summary>
/// Keeps answers that follow from the address and the database alone, until the database changes, and tells a client that has
/// the current one so (304). Equal requests that come at once are worked out once. Only answers that were given are kept: a
/// refused request leaves nothing behind.
/// </summary>
public sealed class AnswerCache(Database database)
{
    private const int MostAnswers = 1_000;
    private const int MostBytes = 16 * 1024 * 1024;
    private const int MostBytesOfOne = MostBytes / 8;

    // Versions count from the start of the process, so tags of another one must not match.
    private readonly string process = Guid.NewGuid().ToString("N")[..8];
    private readonly Lock gate = new();
    private readonly Dictionary<string, JsonAnswer> kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Turn> turns = new(StringComparer.Ordinal);
    private long version = -1;
    private long bytes;

    /// <summary>How many answers are kept, and requests waited for.</summary>
    internal int Held
    {
        get
        {
            lock (gate)
                return kept.Count + turns.Count;
        }
    }

    /// <param name="request">Its path and query are the key.</param>
    /// <param name="make">Works out the answer as JSON; what it throws is not kept.</param>
    internal async Task<IResult> AnswerAsync(HttpRequest request, Func<CancellationToken, byte[]> make)
    {
        var key = request.Path.Value + request.QueryString.Value;
        var now = database.Version; // before the data are read: they may be newer than the tag says, never older
        var tag = string.Create(CultureInfo.InvariantCulture,
            $"W/\"{process}-{now:x}-{string.GetHashCode(key, StringComparison.Ordinal):x8}\"");
        if (request.Headers.IfNoneMatch.Count > 0 && request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries)
            .Contains(tag))
            return new NotModified(tag);
        if (Find(key, now) is { } known)
            return known;
        var turn = Wait(key);
        try
        {
            await turn.Gate.WaitAsync(request.HttpContext.RequestAborted);
            try
            {
                return Find(key, now) ?? Keep(key, now, new JsonAnswer(make(request.HttpContext.RequestAborted), entityTag: tag));
            }
            finally
            {
                turn.Gate.Release();
            }
        }
        finally
        {
            Leave(key, turn);
        }
    }

    private JsonAnswer? Find(string key, long now)
    {
        lock (gate)
            return version == now ? kept.GetValueOrDefault(key) : null;
    }

    private JsonAnswer Keep(string key, long now, JsonAnswer answer)
    {
        var size = answer.Size + (key.Length * sizeof(char));
        if (size > MostBytesOfOne)
            return answer;
        lock (gate)
        {
            if (now < version)
                return answer; // of a state that others have left behind
            if (version != now || bytes + size > MostBytes || kept.Count >= MostAnswers)
            {
                kept.Clear();
                bytes = 0;
                version = now;
            }
            if (kept.TryAdd(key, answer))
                bytes += size;
        }
        return answer;
    }

    private Turn Wait(string key)
    {
        lock (gate)
        {
            if (!turns.TryGetValue(key, out var turn))
                turns[key] = turn = new Turn();
            turn.Waiting++;
            return turn;
        }
    }

    /// <summary>The last to leave takes the turn away.</summary>
    private void Leave(string key, Turn turn)
    {
        lock (gate)
            if (--turn.Waiting == 0)
                turns.Remove(key);
    }

    /// <summary>Lets one of equal requests work while the others wait for its answer.</summary>
    private sealed class Turn
    {
        public SemaphoreSlim Gate { get; } = new(1); // without a wait handle, so that there is nothing to dispose
        public int Waiting { get; set; }
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
