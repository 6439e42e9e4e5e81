using System.Buffers.Binary;

namespace Voicebot.Functions.Shortcut;

/// <summary>Writes Windows icon files whose images are PNG, which Windows has read since Vista.</summary>
public static class IcoFile
{
    private const int HeaderLength = 6;
    private const int EntryLength = 16;
    private const int LargestSize = 256;

    /// <summary>The bytes of an .ico file.</summary>
    /// <param name="images">Square PNG images with their size in pixels, 1–256, smallest first by custom.</param>
    /// <exception cref="ArgumentException">There is no image, or one of them does not fit into an icon.</exception>
    public static byte[] Write(IReadOnlyList<(int Size, byte[] Png)> images)
    {
        if (images.Count == 0 || images.Any(i => i.Size is < 1 or > LargestSize))
            throw new ArgumentException($"An icon has at least one image, and none above {LargestSize} pixels.", nameof(images));

        var offset = HeaderLength + EntryLength * images.Count;
        var file = new byte[offset + images.Sum(i => i.Png.Length)];
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(2), 1); // an icon, not a cursor
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(4), (ushort)images.Count);
        for (var i = 0; i < images.Count; i++)
        {
            var (size, png) = images[i];
            var entry = file.AsSpan(HeaderLength + EntryLength * i, EntryLength);
            entry[0] = entry[1] = (byte)(size % LargestSize); // 256 is written as 0
            BinaryPrimitives.WriteUInt16LittleEndian(entry[4..], 1); // colour planes
            BinaryPrimitives.WriteUInt16LittleEndian(entry[6..], 32); // bits per pixel
            BinaryPrimitives.WriteInt32LittleEndian(entry[8..], png.Length);
            BinaryPrimitives.WriteInt32LittleEndian(entry[12..], offset);
            png.CopyTo(file, offset);
            offset += png.Length;
        }
        return file;
    }
}
