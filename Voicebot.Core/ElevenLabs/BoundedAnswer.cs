using System.Buffers;
using System.IO.Compression;
using System.Text.Json;

namespace Voicebot.Core.ElevenLabs;

/// <summary>
/// Reads an answer whose size only the sender knows: unpacked bytes are counted as they come, and reading ends at the bound. A large
/// body is kept packed until it is whole, and only few are read at once, so that a sender of rubbish cannot fill the memory.
/// </summary>
internal static class BoundedAnswer
{
    /// <summary>Of an answer that says why not.</summary>
    public const int ErrorBytes = 64 * 1024;

    private const int ChunkBytes = 64 * 1024;
    private const int SmallBytes = 256 * 1024;
    private const int LargeAtOnce = 4;

    // Sixteen bytes a part is less than any real document has; the reader needs twelve more for each.
    private const int BytesPerPart = 16;
    private const int PartsOfAnyone = 100_000;

    private static readonly SemaphoreSlim Large = new(LargeAtOnce);

    /// <param name="content">Of which only the head has been read.</param>
    /// <param name="bounds">What of it is kept.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ElevenLabsException">TooLarge: it has more bytes than it may, or as many parts as no document of that size
    /// has.</exception>
    public static async Task<byte[]> ReadAsync(HttpContent content, AnswerBounds bounds, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > bounds.Most)
            throw TooLarge(bounds.Most);
        await using var body = await content.ReadAsStreamAsync(cancellation);
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            return await ReadAsync(body, buffer, bounds, cancellation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<byte[]> ReadAsync(Stream body, byte[] buffer, AnswerBounds bounds, CancellationToken cancellation)
    {
        using var small = new MemoryStream();
        int read;
        while (small.Length <= SmallBytes && (read = await body.ReadAsync(buffer, cancellation)) > 0)
        {
            small.Write(buffer, 0, read);
            if (small.Length == read && !MayBeJson(buffer.AsSpan(0, read)))
                return small.ToArray(); // whose it is can be told from its beginning
        }
        if (small.Length <= SmallBytes)
            return Checked(small.ToArray(), bounds.Most);
        await Large.WaitAsync(cancellation);
        try
        {
            return Checked(await ReadLargeAsync(small, body, buffer, bounds, cancellation), bounds.Most);
        }
        finally
        {
            Large.Release();
        }
    }

    /// <summary>The beginning of an answer, never more than <see cref="ErrorBytes"/>.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadBeginningAsync(HttpContent content, CancellationToken cancellation)
    {
        await using var body = await content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[ErrorBytes];
        var length = await body.ReadAtLeastAsync(buffer, ErrorBytes, throwOnEndOfStream: false, cancellation);
        return buffer.AsMemory(0, length);
    }

    public static ElevenLabsException TooLarge(long most) => new(ElevenLabsErrorKind.TooLarge,
        $"ElevenLabs sent an answer that is larger than {most / 1024 / 1024} MiB, which is not read. "
        + "If it happens again, report it with this message.");

    private static async Task<byte[]> ReadLargeAsync(
        MemoryStream beginning, Stream body, byte[] buffer, AnswerBounds bounds, CancellationToken cancellation)
    {
        var packed = new MemoryStream();
        var packing = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true);
        LargeDetail? large = null;
        var total = beginning.Length;
        packing.Write(beginning.GetBuffer(), 0, (int)beginning.Length);
        beginning.SetLength(0);
        beginning.Capacity = 0;
        for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
        {
            if ((total += read) > bounds.Most)
                throw TooLarge(bounds.Most);
            if (large is null && total > bounds.KeptWhole)
            {
                large = new LargeDetail(bounds.KeptWhole);
                using var unpacking = Unpacking(packing, packed);
                for (var chunk = new byte[ChunkBytes]; unpacking.Read(chunk) is > 0 and var some;)
                    large.Append(chunk.AsSpan(0, some));
            }
            if (large is null)
                packing.Write(buffer, 0, read);
            else
                large.Append(buffer.AsSpan(0, read));
        }
        if (bounds.Room is { } room)
            await room(Math.Min(total, bounds.KeptWhole), cancellation);
        if (large is not null)
            return large.Kept();
        var whole = new byte[total];
        using (var unpacking = Unpacking(packing, packed))
            unpacking.ReadExactly(whole);
        return whole;
    }

    private static DeflateStream Unpacking(DeflateStream packing, MemoryStream packed)
    {
        packing.Dispose();
        packed.Position = 0;
        return new DeflateStream(packed, CompressionMode.Decompress);
    }

    /// <summary>Its first sign that is no blank begins an object; a page of a proxy does not.</summary>
    private static bool MayBeJson(ReadOnlySpan<byte> beginning)
    {
        var text = beginning.TrimStart("\uFEFF"u8).TrimStart(" \t\r\n"u8);
        return text.IsEmpty || text[0] == (byte)'{';
    }

    private static byte[] Checked(byte[] json, long most)
    {
        if (json.Length <= SmallBytes)
            return json;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 256 });
        var parts = 0L;
        try
        {
            while (reader.Read())
                if (++parts > PartsOfAnyone + json.Length / BytesPerPart)
                    throw TooLarge(most);
        }
        catch (JsonException)
        {
            // whoever reads it says so
        }
        return json;
    }
}
