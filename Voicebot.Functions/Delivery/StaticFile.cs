using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Voicebot.Functions.Delivery;

/// <summary>Answers with a file of the page, compressed where the client can read it so; each file is compressed once.</summary>
internal static class StaticFile
{
    private const int MostKept = 1_000;
    private static readonly ConcurrentDictionary<(string Path, DateTimeOffset Modified, string Encoding), byte[]> Compressed = [];

    public static IResult Of(HttpRequest request, IFileInfo file, string contentType)
    {
        var tag = $"{file.LastModified.UtcTicks:x}-{file.Length:x}";
        if (file.Length < Compression.From || !IsText(contentType))
            return TypedResults.PhysicalFile(file.PhysicalPath!, contentType, lastModified: file.LastModified,
                entityTag: new EntityTagHeaderValue($"\"{tag}\""));
        request.HttpContext.Response.Headers.Append("Vary", "Accept-Encoding");
        if (Compression.For(request) is not { } compression)
            return TypedResults.PhysicalFile(file.PhysicalPath!, contentType, lastModified: file.LastModified,
                entityTag: new EntityTagHeaderValue($"\"{tag}\""));
        var key = (file.PhysicalPath!, file.LastModified, compression.Encoding);
        if (!Compressed.TryGetValue(key, out var bytes))
        {
            bytes = compression.Compress(File.ReadAllBytes(file.PhysicalPath!));
            if (Compressed.Count < MostKept) // where case does not matter, one file has many names
                Compressed[key] = bytes;
        }
        request.HttpContext.Response.Headers.ContentEncoding = compression.Encoding;
        return TypedResults.Bytes(bytes, contentType, lastModified: file.LastModified,
            entityTag: new EntityTagHeaderValue($"\"{tag}-{compression.Encoding}\""));
    }

    private static bool IsText(string contentType) =>
        contentType.StartsWith("text/", StringComparison.Ordinal) || contentType.Contains("json", StringComparison.Ordinal)
            || contentType.Contains("javascript", StringComparison.Ordinal) || contentType.Contains("svg", StringComparison.Ordinal);
}
