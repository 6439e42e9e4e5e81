using System.Buffers.Binary;
using System.IO.Compression;

namespace Voicebot.Functions.Shortcut;

/// <summary>Writes PNG files (ISO/IEC 15948): 8 bits per channel, RGBA, one IDAT chunk.</summary>
public static class PngFile
{
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(n =>
    {
        var value = (uint)n;
        for (var bit = 0; bit < 8; bit++)
            value = (value & 1) != 0 ? 0xEDB88320u ^ (value >> 1) : value >> 1;
        return value;
    })];

    /// <summary>The bytes of a PNG file.</summary>
    /// <param name="pixels">Rows from the top, four bytes per pixel: red, green, blue, alpha.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <exception cref="ArgumentException">There are more or fewer pixels than width × height.</exception>
    public static byte[] Write(ReadOnlySpan<byte> pixels, int width, int height)
    {
        if (pixels.Length != width * height * 4)
            throw new ArgumentException($"{width} × {height} pixels need {width * height * 4} bytes, not {pixels.Length}.", nameof(pixels));

        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);

        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 8; // bits per channel
        header[9] = 6; // RGBA
        WriteChunk(file, "IHDR"u8, header);
        WriteChunk(file, "IDAT"u8, Compress(pixels, width * 4, height));
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Compress(ReadOnlySpan<byte> pixels, int rowLength, int height)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            for (var row = 0; row < height; row++)
            {
                zlib.WriteByte(0); // filter "none"
                zlib.Write(pixels.Slice(row * rowLength, rowLength));
            }
        }
        return packed.ToArray();
    }

    private static void WriteChunk(Stream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(data, Crc(type, uint.MaxValue)));
        file.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes, uint crc)
    {
        foreach (var value in bytes)
            crc = CrcTable[(crc ^ value) & 0xFF] ^ (crc >> 8);
        return crc;
    }
}
