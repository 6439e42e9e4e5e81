using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Voicebot.Functions.Shortcut;

namespace Voicebot.Tests.Shortcut;

public sealed class IconTests
{
    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static readonly int[] IcoSizes = [16, 24, 32, 48, 64, 128, 256];

    [Fact]
    public void Png_File_HasTransparentCornersAndAFilledMiddle() => AssertDrawn(ProductIcon.Png(), 256);

    [Fact]
    public void Ico_Directory_PointsAtItsImages()
    {
        var ico = ProductIcon.Ico();
        Assert.Equal([0, 1, 7], new[] { 0, 2, 4 }.Select(at => (int)BinaryPrimitives.ReadUInt16LittleEndian(ico.AsSpan(at))));
        var end = 6 + 7 * 16;
        foreach (var (size, index) in IcoSizes.Select((size, index) => (size, index)))
        {
            var entry = ico.AsSpan(6 + index * 16, 16);
            var (length, offset) =
                (BinaryPrimitives.ReadInt32LittleEndian(entry[8..]), BinaryPrimitives.ReadInt32LittleEndian(entry[12..]));
            Assert.Equal((size % 256, size % 256, 1, 32),
                (entry[0], entry[1], BinaryPrimitives.ReadUInt16LittleEndian(entry[4..]),
                BinaryPrimitives.ReadUInt16LittleEndian(entry[6..])));
            Assert.Equal(end, offset);
            AssertDrawn(ico[offset..(offset + length)], size);
            end = offset + length;
        }
        Assert.Equal(end, ico.Length);
    }

    [Fact]
    public void Icns_Entries_HoldPngsOfTheirSizes()
    {
        var icns = ProductIcon.Icns();
        Assert.Equal(("icns", icns.Length), Header(icns, 0));
        var found = new List<(string Type, int Size)>();
        for (var at = 8; at < icns.Length;)
        {
            var (type, length) = Header(icns, at);
            var size = BinaryPrimitives.ReadInt32BigEndian(icns.AsSpan(at + 24));
            AssertDrawn(icns[(at + 8)..(at + length)], size);
            found.Add((type, size));
            at += length;
        }

        Assert.Equal([("ic11", 32), ("ic12", 64), ("ic07", 128), ("ic13", 256), ("ic08", 256), ("ic14", 512), ("ic09", 512)], found);
    }

    private static void AssertDrawn(byte[] png, int size)
    {
        var pixels = Decode(png, size);
        Assert.Equal(size * size * 4, pixels.Length);
        Assert.All([(0, 0), (size - 1, 0), (0, size - 1), (size - 1, size - 1)], corner =>
            Assert.InRange(Alpha(pixels, size, corner), 0, 200));
        Assert.Equal(255, Alpha(pixels, size, (size / 2, size / 2)));
        Assert.InRange(pixels.Chunk(4).Select(pixel => BinaryPrimitives.ReadInt32LittleEndian(pixel)).Distinct().Count(), 4, int.MaxValue);
    }

    private static int Alpha(byte[] pixels, int size, (int X, int Y) at) => pixels[(at.Y * size + at.X) * 4 + 3];

    private static (string Type, int Length) Header(byte[] file, int at) =>
        (Encoding.ASCII.GetString(file, at, 4), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at + 4)));

    /// <summary>Reads a PNG as the standard says, checksums included; filter 0 only.</summary>
    private static byte[] Decode(byte[] png, int size)
    {
        Assert.Equal(PngSignature, png[..8]);
        using var packed = new MemoryStream();
        var chunks = new List<string>();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var chunk = png.AsSpan(at + 4, length + 4);
            Assert.Equal(Crc(chunk), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)));
            chunks.Add(Encoding.ASCII.GetString(chunk[..4]));
            if (chunks[^1] == "IHDR")
                Assert.Equal((size, size, 8, 6),
                    (BinaryPrimitives.ReadInt32BigEndian(chunk[4..]), BinaryPrimitives.ReadInt32BigEndian(chunk[8..]), chunk[12],
                    chunk[13]));
            if (chunks[^1] == "IDAT")
                packed.Write(chunk[4..]);
            at += length + 12;
        }
        Assert.Equal(["IHDR", "IDAT", "IEND"], chunks);
        packed.Position = 0;
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        using var raw = new MemoryStream();
        zlib.CopyTo(raw);
        var rows = raw.ToArray().Chunk(size * 4 + 1).ToList();
        Assert.All(rows, row => Assert.Equal(0, row[0]));
        return [.. rows.SelectMany(row => row.Skip(1))];
    }

    /// <summary>CRC-32, bit by bit.</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320;
        }
        return ~crc;
    }
}
