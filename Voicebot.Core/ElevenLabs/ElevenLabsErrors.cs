using System.Net;
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
    private static readonly string[] QuotaCodes = ["quota_exceeded", "payment_required", "insufficient_credits"];

    public static ElevenLabsException From(HttpStatusCode status, HttpResponseHeaders headers, ReadOnlyMemory<byte> body, TimeProvider clock)
    {
        var detail = Detail(body);
        string[] codes = [detail.Text("code") ?? "", detail.Text("status") ?? ""];
        var said = Said(detail);
        var kind = Kind((int)status, codes);
        return new ElevenLabsException(kind, Message(kind, (int)status, said, codes))
        {
            Status = status,
            RetryAfter = RetryAfterOf(headers, clock),
        };
    }

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
        ElevenLabsErrorKind.KeyRefused => $"ElevenLabs refused the API key ({status}{said}). Enter a valid key of the right region in the settings.",
        ElevenLabsErrorKind.PermissionMissing => $"The ElevenLabs API key may not do this ({status}{said}). Give the key the permission convai_read, or use another key.",
        ElevenLabsErrorKind.Quota => $"ElevenLabs refused for lack of credits or payment ({status}{said}). Check the plan of the ElevenLabs account.",
        ElevenLabsErrorKind.NotFound => $"ElevenLabs does not know this ({status}{said}).",
        ElevenLabsErrorKind.RateLimited => $"ElevenLabs asks to slow down ({status}{said}). The synchronisation slows down by itself; try again in a few minutes.",
        ElevenLabsErrorKind.Unavailable => $"ElevenLabs cannot answer at the moment ({status}{said}). Try again in a few minutes.",
        _ => $"ElevenLabs refused the request ({status}{said}). If it happens again, report it with this message.",
    };

    private static JsonElement Detail(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Member("detail")?.Clone() ?? default;
        }
        catch (JsonException)
        {
            return default; // a proxy's HTML page, or nothing
        }
    }

    /// <summary>The vendor's own words, shortened; never more than a line.</summary>
    private static string Said(JsonElement detail)
    {
        var words = detail.ValueKind switch
        {
            JsonValueKind.String => detail.GetString(),
            JsonValueKind.Array => detail.EnumerateArray().Select(item => item.Text("msg")).FirstOrDefault(text => text is not null),
            _ => detail.Text("message"),
        };
        if (string.IsNullOrWhiteSpace(words))
            return "";
        words = words.ReplaceLineEndings(" ");
        return ": " + (words.Length <= 200 ? words : words[..200] + "…");
    }

    /// <summary>As the official client reads them: retry-after-ms, retry-after (seconds or a date), x-ratelimit-reset (unix seconds).</summary>
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
        && double.TryParse(values.First(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number)
        && number is >= 0 and < 1e11
            ? number
            : null;

    private static TimeSpan NotNegative(TimeSpan span) => span < TimeSpan.Zero ? TimeSpan.Zero : span;
}
