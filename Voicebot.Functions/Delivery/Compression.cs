using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace Voicebot.Functions.Delivery;

/// <summary>
/// Makes an answer shorter where the client says that it can read it so. Done here, because the Functions host has no middleware for it.
/// </summary>
public sealed record Compression(string Encoding, Func<Stream, Stream> Wrap)
{
    /// <summary>Below so many bytes it does not pay.</summary>
    public const int From = 1_024;

    private static readonly Compression[] All =
    [
        new("br", output => new BrotliStream(output, CompressionLevel.Fastest, leaveOpen: true)),
        new("gzip", output => new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true)),
    ];

    /// <summary>The best that the client accepts; null for none.</summary>
    public static Compression? For(HttpRequest request)
    {
        var header = request.Headers.AcceptEncoding;
        if (header.Count == 0)
            return null;
        var accepted = request.GetTypedHeaders().AcceptEncoding.Where(one => one.Quality != 0)
            .Select(one => one.Value.ToString()).ToList();
        return Array.Find(All, one => accepted.Contains(one.Encoding, StringComparer.OrdinalIgnoreCase));
    }

    public byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        using var output = new MemoryStream(bytes.Length / 4);
        using (var compressing = Wrap(output))
            compressing.Write(bytes);
        return output.ToArray();
    }
}
