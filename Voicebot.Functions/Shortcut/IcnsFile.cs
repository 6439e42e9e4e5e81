using System.Buffers.Binary;
using System.Text;

namespace Voicebot.Functions.Shortcut;

/// <summary>Writes macOS icon files from PNG images.</summary>
public static class IcnsFile
{
    private const int HeaderLength = 8;

    // ic11–ic14 are the images for Retina screens, named by twice the points.
    private static readonly (string Type, int Size)[] Entries =
        [("ic11", 32), ("ic12", 64), ("ic07", 128), ("ic13", 256), ("ic08", 256), ("ic14", 512), ("ic09", 512)];

    /// <summary>The bytes of an .icns file with images from 32 to 512 pixels.</summary>
    /// <param name="png">Gives the PNG file of a size in pixels.</param>
    public static byte[] Write(Func<int, byte[]> png)
    {
        using var body = new MemoryStream();
        foreach (var (type, size) in Entries)
        {
            var image = png(size);
            WriteHeader(body, type, image.Length);
            body.Write(image);
        }
        using var file = new MemoryStream();
        WriteHeader(file, "icns", (int)body.Length);
        body.WriteTo(file);
        return file.ToArray();
    }

    /// <summary>Four letters and the length, the header's own eight bytes included.</summary>
    private static void WriteHeader(Stream stream, string type, int length)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        Encoding.ASCII.GetBytes(type, header);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], length + HeaderLength);
        stream.Write(header);
    }
}
