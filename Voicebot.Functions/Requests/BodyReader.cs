using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Routing;

namespace Voicebot.Functions.Requests;

/// <summary>Reads a small JSON object from the body and gathers every error; an absent body reads as an empty object.</summary>
public sealed class BodyReader
{
    private const int MaxDepth = 8;
    private static readonly TimeSpan ReadTime = TimeSpan.FromSeconds(30);
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly List<ParameterError> errors = [];
    private readonly JsonElement body;

    private BodyReader(JsonElement body) => this.body = body;

    /// <exception cref="ProblemException">The body is too large, or no JSON object.</exception>
    public static async Task<BodyReader> ReadAsync(HttpRequest request)
    {
        var bytes = await ReadBytesAsync(request, BodyLimits.Most);
        if (bytes.Length == 0)
            return new BodyReader(default);
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MaxDepth });
            ReadTexts(document.RootElement);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return new BodyReader(document.RootElement.Clone());
        }
        catch (InvalidOperationException)
        {
            throw Invalid("The body holds text that is not valid Unicode.");
        }
        catch (JsonException exception)
        {
            throw Invalid($"The body is not valid JSON (line {exception.LineNumber + 1}).");
        }
        throw Invalid("The body must be a JSON object, such as {\"agent_id\": \"…\"}.");
    }

    /// <summary>Reads an object inside a body in the same way.</summary>
    public static BodyReader Of(JsonElement inside) => new(inside);

    /// <summary>Null when absent, null or blank.</summary>
    public string? Text(string name, int maxLength)
    {
        if (Member(name) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.String)
            return Wrong(name, "must be a text");
        var text = value.GetString()!.Trim();
        if (text.Length == 0)
            return null;
        return text.Length <= maxLength ? text : Wrong(name, $"is longer than {maxLength} characters");
    }

    public T? Value<T>(string name, int maxLength, Func<string, T?> parse, string rule) where T : class
    {
        if (Text(name, maxLength) is not { } text)
            return null;
        if (parse(text) is { } value)
            return value;
        Refuse(name, rule);
        return null;
    }

    /// <summary>One of some words; null when it is absent, or refused.</summary>
    public string? OneOf(string name, IReadOnlyList<string> values, int maxLength)
    {
        var text = Text(name, maxLength);
        return text is null || values.Contains(text) ? text : Wrong(name, $"must be one of {string.Join(", ", values)}");
    }

    /// <summary>A text that must be there; empty where it was refused.</summary>
    public string Needed(string name, int maxLength)
    {
        var text = Text(name, maxLength);
        if (text is null && !HasError(name))
            Refuse(name, "is required");
        return text ?? "";
    }

    public DateOnly? Date(string name)
    {
        if (Text(name, 10) is not { } text)
            return null;
        if (Dates.Parse(text) is { } date)
            return date;
        Refuse(name, Dates.Rule);
        return null;
    }

    /// <summary>Null when absent or null.</summary>
    public bool? Flag(string name)
    {
        if (Member(name) is not { } value)
            return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        Refuse(name, "must be true or false");
        return null;
    }

    /// <summary>A whole number; null when absent or null.</summary>
    public int? Whole(string name, int min, int max)
    {
        if (Member(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= min && number <= max)
            return number;
        Refuse(name, $"must be a whole number from {min} to {max}");
        return null;
    }

    /// <summary>A number with at most so many decimals; null when absent or null.</summary>
    public double? Number(string name, double min, double max, int decimals)
    {
        if (Member(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= min && number <= max
            && Math.Abs(Math.Round(number, decimals) - number) < 1e-9)
            return number;
        Refuse(name,
            string.Create(CultureInfo.InvariantCulture, $"must be a number from {min} to {max}, with at most {decimals} decimals"));
        return null;
    }

    /// <summary>A number as it was written, with at most so many decimals; null when absent or null.</summary>
    public decimal? Exact(string name, decimal min, decimal max, int decimals)
    {
        if (Member(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number >= min && number <= max
            && Math.Round(number, decimals) == number)
            return number;
        Refuse(name,
            string.Create(CultureInfo.InvariantCulture, $"must be a number from {min} to {max}, with at most {decimals} decimals"));
        return null;
    }

    /// <summary>True also for a JSON null, which means something else than absence.</summary>
    public bool IsGiven(string name) => body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out _);

    /// <summary>The member, or null when it is absent or JSON null.</summary>
    public JsonElement? Member(string name)
    {
        asked.Add(name);
        return body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value : null;
    }

    /// <summary>True when an error of the field is known already.</summary>
    public bool HasError(string name) => errors.Exists(error => error.Parameter == name);

    public void Refuse(string name, string message) => errors.Add(new ParameterError(name, $"'{name}' {message}."));

    /// <exception cref="ProblemException">400 with every error that was found.</exception>
    public void Finish()
    {
        if (errors.Count > 0)
            throw new ProblemException(Problem.BadParameters(errors));
        if (body.ValueKind != JsonValueKind.Object)
            return;
        var unknown = body.EnumerateObject().Select(member => member.Name).Where(name => !asked.Contains(name)).Distinct()
            .Select(Shortened)
            .Select(name => new ParameterError(name, $"'{name}' is not a field of this request.")).ToList();
        if (unknown.Count > 0)
            throw new ProblemException(Problem.UnknownParameters(unknown, asked));
    }

    private string? Wrong(string name, string message)
    {
        Refuse(name, message);
        return null;
    }

    /// <exception cref="ProblemException">A member is given more than once.</exception>
    /// <exception cref="InvalidOperationException">A text or name holds invalid UTF-8 or half of a surrogate pair, which would show only
    /// when it is read.</exception>
    private static void ReadTexts(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String)
            _ = json.GetString();
        if (json.ValueKind == JsonValueKind.Array)
            foreach (var item in json.EnumerateArray())
                ReadTexts(item);
        if (json.ValueKind != JsonValueKind.Object)
            return;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            if (!names.Add(member.Name))
                throw Invalid($"The body gives '{Shortened(member.Name)}' more than once; give it once.");
            ReadTexts(member.Value);
        }
    }

    /// <summary>A name from the body, fit to be repeated in an answer.</summary>
    internal static string Shortened(string name) => name.Length <= 50 ? name : name[..50] + "…";

    private static ProblemException Invalid(string message) =>
        new(Problem.BadParameters([new ParameterError("body", message)], "invalid_json"));

    /// <param name="within">How long the body may take to arrive; 30 seconds when absent.</param>
    /// <exception cref="ProblemException">413 when the body is larger, 408 when it takes too long.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadBytesAsync(HttpRequest request, int maxBytes, TimeSpan? within = null)
    {
        // In parts, not in a buffer that doubles: of those who stop half way there may be many.
        var parts = new List<byte[]>();
        await ReadAsync(request, maxBytes, part =>
        {
            parts.Add(part.ToArray());
            return ValueTask.CompletedTask;
        }, within);
        return parts is [var only] ? only : parts.SelectMany(part => part).ToArray();
    }

    /// <summary>Hands on the body as it arrives, never more than the limit.</summary>
    /// <exception cref="ProblemException">413 when the body is larger, 408 when it takes too long.</exception>
    public static async Task ReadAsync(HttpRequest request, int maxBytes, Func<ReadOnlyMemory<byte>, ValueTask> take,
        TimeSpan? within = null)
    {
        if (request.ContentLength > maxBytes)
            throw new ProblemException(Problem.TooLarge(maxBytes));
        using var limit = new CancellationTokenSource(within ?? ReadTime);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, request.HttpContext.RequestAborted);
        var buffer = new byte[4 * 1024];
        try
        {
            for (long total = 0; await request.Body.ReadAsync(buffer, stop.Token) is > 0 and var read;)
            {
                if ((total += read) > maxBytes)
                    throw new ProblemException(Problem.TooLarge(maxBytes));
                await take(buffer.AsMemory(0, read));
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested
            && !request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            throw new ProblemException(
                new Problem(StatusCodes.Status408RequestTimeout, "request_timeout", "The body did not arrive in time. Send it again."));
        }
        request.HttpContext.Features.Get<OpenConnection>()?.Work();
    }
}
