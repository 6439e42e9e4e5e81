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
    /// <summary>A page of a list, and any other answer but a detail. Real ones are under 1 MB.</summary>
    public const long PageBytes = 32L * 1024 * 1024;

    /// <summary>The details of one conversation; of the largest everything but the transcript is kept (see <see cref="LargeDetail"/>).</summary>
    public const long DetailBytes = 64L * 1024 * 1024;

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
    /// <param name="most">Bytes unpacked.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <param name="room">Waited for with the size of a large body before it is unpacked.</param>
    /// <exception cref="ElevenLabsException">
    /// TooLarge: it has more than <paramref name="most"/> bytes, or as many parts as no document of that size has.
    /// </exception>
    public static async Task<byte[]> ReadAsync(
        HttpContent content, long most, CancellationToken cancellation, Func<long, CancellationToken, Task>? room = null)
    {
        if (content.Headers.ContentLength > most)
            throw TooLarge(most);
        await using var body = await content.ReadAsStreamAsync(cancellation);
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            return await ReadAsync(body, buffer, most, room, cancellation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<byte[]> ReadAsync(Stream body, byte[] buffer, long most, Func<long, CancellationToken, Task>? room, CancellationToken cancellation)
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
            return Checked(small.ToArray(), most);
        await Large.WaitAsync(cancellation);
        try
        {
            return Checked(await ReadLargeAsync(small, body, buffer, most, room, cancellation), most);
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
        MemoryStream beginning, Stream body, byte[] buffer, long most, Func<long, CancellationToken, Task>? room, CancellationToken cancellation)
    {
        using var packed = new MemoryStream();
        var total = beginning.Length;
        await using (var packing = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            packing.Write(beginning.GetBuffer(), 0, (int)beginning.Length);
            beginning.SetLength(0);
            beginning.Capacity = 0;
            for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
            {
                if ((total += read) > most)
                    throw TooLarge(most);
                packing.Write(buffer, 0, read);
            }
        }
        if (room is not null)
            await room(total, cancellation);
        packed.Position = 0;
        var whole = new byte[total];
        await using var unpacking = new DeflateStream(packed, CompressionMode.Decompress);
        unpacking.ReadExactly(whole);
        return whole;
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
