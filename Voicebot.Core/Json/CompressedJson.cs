using System.IO.Compression;
using System.Text;

namespace Voicebot.Core.Json;

/// <summary>JSON text as Brotli bytes: the vendor's detail documents shrink to about an eighth.</summary>
public static class CompressedJson
{
    public static byte[] Write(string json)
    {
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(bytes, CompressionLevel.Fastest))
            brotli.Write(Encoding.UTF8.GetBytes(json));
        return bytes.ToArray();
    }

    public static string Read(byte[] bytes)
    {
        using var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var reader = new StreamReader(brotli, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
