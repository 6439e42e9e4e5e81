using System.Net.Http.Headers;
using System.Text.Json;
using Voicebot.Core.Json;

namespace Voicebot.Core.ElevenLabs;

/// <summary>
/// Turns an error answer into an <see cref="ElevenLabsException"/>. The body's <c>detail</c> is an object, an array or a string;
/// both its <c>code</c> and its legacy <c>status</c> are matched.
/// </summary>
public static class ElevenLabsErrors
{
    // With our own sentence around it the whole stays under 300 signs or so.
    private const int MaxSaid = 200;

    private static readonly string[] QuotaCodes = ["quota_exceeded", "payment_required", "insufficient_credits"];

    /// <param name="host">Who was asked.</param>
    public static ElevenLabsException From(HttpResponseMessage response, ReadOnlyMemory<byte> body, string host, TimeProvider clock)
    {
        var (status, headers) = (response.StatusCode, response.Headers);
        if (Detail(body) is not { } detail)
        {
            // The vendor always says why. Its gateways do not, when they are overloaded or broken.
            if (!PassesWithoutAWord((int)status))
                return ForeignAnswers.Answered(response, host);
            detail = default;
        }
        string[] codes = [detail.Text("code") ?? "", detail.Text("status") ?? ""];
        var said = Said(detail);
        var kind = Kind((int)status, codes);
        return new ElevenLabsException(kind, Message(kind, (int)status, said, codes))
        {
            Status = status,
            RetryAfter = RetryAfterOf(headers, clock),
            IsCursorRefused = kind == ElevenLabsErrorKind.Invalid
                && (codes.Contains("invalid_cursor") || detail.Text("param") == "cursor" || ConcernsCursor(detail)),
        };
    }

    /// <summary>The shape of 422 names the parameter: <c>[{"loc":["query","cursor"], …}]</c>.</summary>
    private static bool ConcernsCursor(JsonElement detail) => detail.ValueKind == JsonValueKind.Array
        && detail.EnumerateArray().Any(item => item.Items("loc").Any(place => ((JsonElement?)place).Text() == "cursor"));

    private static bool PassesWithoutAWord(int status) => status is 408 or 409 or 429 or >= 500;

    private static ElevenLabsErrorKind Kind(int status, string[] codes) => status switch
    {
        _ when codes.Any(code => QuotaCodes.Contains(code)) => ElevenLabsErrorKind.Quota,
        400 when codes.Any(code => code.Contains("api_key", StringComparison.Ordinal)) => ElevenLabsErrorKind.KeyRefused,
        401 or 403 when codes.Contains("missing_permissions") => ElevenLabsErrorKind.PermissionMissing,
        401 => ElevenLabsErrorKind.KeyRefused,
        402 => ElevenLabsErrorKind.Quota,
        403 => ElevenLabsErrorKind.PermissionMissing,
        404 => ElevenLabsErrorKind.NotFound,
        429 => ElevenLabsErrorKind.RateLimited,
        408 or 409 or >= 500 => ElevenLabsErrorKind.Unavailable,
        _ => ElevenLabsErrorKind.Invalid,
    };

    private static string Message(ElevenLabsErrorKind kind, int status, string said, string[] codes) => kind switch
    {
        ElevenLabsErrorKind.KeyRefused when codes.Contains("api_key_id_used_as_api_key") =>
            "ElevenLabs says that this is the id of an API key, not the key. Paste the secret, which starts with sk_, in the settings.",
        ElevenLabsErrorKind.KeyRefused =>
            $"ElevenLabs refused the API key ({status}{said}). Enter a valid key of the right region in the settings.",
        ElevenLabsErrorKind.PermissionMissing =>
            $"The ElevenLabs API key may not do this ({status}{said}). Give the key the permission convai_read, or use another key.",
        ElevenLabsErrorKind.Quota =>
            $"ElevenLabs refused for lack of credits or payment ({status}{said}). Check the plan of the ElevenLabs account.",
        ElevenLabsErrorKind.NotFound => $"ElevenLabs does not know this ({status}{said}).",
        ElevenLabsErrorKind.RateLimited =>
            $"ElevenLabs asks to slow down ({status}{said}). The synchronisation slows down by itself; try again in a few minutes.",
        ElevenLabsErrorKind.Unavailable => $"ElevenLabs cannot answer at the moment ({status}{said}). Try again in a few minutes.",
        _ => $"ElevenLabs refused the request ({status}{said}). If it happens again, report it with this message.",
    };

    /// <summary>Null when the answer is not in the vendor's shape.</summary>
    private static JsonElement? Detail(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Member("detail")?.Clone();
        }
        catch (JsonException)
        {
            return null; // a proxy's HTML page, or nothing
        }
    }

    /// <summary>The vendor's own words, cleaned; never more than a line.</summary>
    private static string Said(JsonElement detail)
    {
        var words = detail.ValueKind switch
        {
            JsonValueKind.String => detail.GetString(),
            JsonValueKind.Array => detail.EnumerateArray().Select(item => item.Text("msg")).FirstOrDefault(text => text is not null),
            _ => detail.Text("message"),
        };
        return ForeignText.Clean(words, MaxSaid) is { Length: > 0 } clean ? ": " + clean : "";
    }

    /// <summary>
    /// As the official client reads them: retry-after-ms, retry-after (seconds or a date), x-ratelimit-reset (unix seconds).
    /// </summary>
    public static TimeSpan? RetryAfterOf(HttpResponseHeaders headers, TimeProvider clock)
    {
        if (Number(headers, "retry-after-ms") is { } milliseconds)
            return TimeSpan.FromMilliseconds(milliseconds);
        if (headers.RetryAfter?.Delta is { } delta)
            return delta;
        if (headers.RetryAfter?.Date is { } date)
            return NotNegative(date - clock.GetUtcNow());
        if (Number(headers, "x-ratelimit-reset") is { } reset)
            return NotNegative(DateTimeOffset.UnixEpoch.AddSeconds(reset) - clock.GetUtcNow());
        return null;
    }

    private static double? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values)
        && double.TryParse(values.First(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture,
            out var number)
        && number is >= 0 and < 1e11
            ? number
            : null;

    private static TimeSpan NotNegative(TimeSpan span) => span < TimeSpan.Zero ? TimeSpan.Zero : span;
}
