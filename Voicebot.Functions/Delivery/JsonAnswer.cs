using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Voicebot.Functions.Delivery;

/// <summary>JSON as bytes, compressed as the client likes it. May be kept and sent again.</summary>
public sealed class JsonAnswer(byte[] json, int status = StatusCodes.Status200OK, string? entityTag = null) : IResult,
IStatusCodeHttpResult
{
    private readonly ConcurrentDictionary<string, byte[]> compressed = new(StringComparer.Ordinal);

    public int? StatusCode => status;

    /// <summary>What it takes in memory, with its compressed forms.</summary>
    public int Size => json.Length * 2;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        if (entityTag is not null)
            response.Headers.ETag = entityTag;
        var bytes = json;
        if (json.Length >= Compression.From)
        {
            response.Headers.Append("Vary", "Accept-Encoding");
            if (Compression.For(httpContext.Request) is { } compression)
            {
                bytes = compressed.GetOrAdd(compression.Encoding, _ => compression.Compress(json));
                response.Headers.ContentEncoding = compression.Encoding;
            }
        }
        response.ContentLength = bytes.Length;
        if (HttpMethods.IsHead(httpContext.Request.Method))
            return Task.CompletedTask;
        return response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}
