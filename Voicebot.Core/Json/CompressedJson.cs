using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace Voicebot.Core.Json;

/// <summary>JSON text as Brotli bytes: the vendor's detail documents shrink to about an eighth.</summary>
public static class CompressedJson
{
    /// <summary>Far more than the largest document that is taken from the vendor.</summary>
    public const int MaxBytes = 128 * 1024 * 1024;

    private const int PartChars = 32 * 1024;
    private const int LargeChars = 64 * 1024;
    private const int Quality = 1; // the fastest of those that look at what was said before
    private const int Window = 22;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static byte[] Write(string json)
    {
        if (json.Length > LargeChars)
            return WriteInParts(json);
        var plain = ArrayPool<byte>.Shared.Rent(Utf8.GetMaxByteCount(json.Length));
        var packed = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(plain.Length));
        try
        {
            var length = Utf8.GetBytes(json, plain);
            return BrotliEncoder.TryCompress(plain.AsSpan(0, length), packed, out var written, Quality, Window)
                ? packed[..written]
                : WriteInParts(json);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(plain);
            ArrayPool<byte>.Shared.Return(packed);
        }
    }

    /// <summary>Without a second copy of the whole.</summary>
    private static byte[] WriteInParts(string json)
    {
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(bytes, CompressionLevel.Fastest))
        using (var text = new StreamWriter(brotli, Utf8, PartChars))
            text.Write(json);
        return bytes.ToArray();
    }

    /// <summary>Null for bytes that are no such text, or unpack to more than is ever stored.</summary>
    public static string? Read(byte[] bytes)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            var part = new byte[1 << 16];
            while (brotli.Read(part) is > 0 and var count)
            {
                if (unpacked.Length + count > MaxBytes)
                    return null;
                unpacked.Write(part, 0, count);
            }
            return Encoding.UTF8.GetString(unpacked.GetBuffer(), 0, (int)unpacked.Length);
        }
        catch (Exception exception) when (exception is InvalidOperationException or InvalidDataException)
        {
            return null;
        }
    }
}
