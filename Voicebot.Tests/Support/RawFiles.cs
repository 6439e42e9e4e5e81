using System.Text;

namespace Voicebot.Tests.Support;

/// <summary>The bytes of a data folder as they lie on the disk, whatever is open there.</summary>
internal static class RawFiles
{
    /// <summary>Everything below the folder, by path.</summary>
    public static IReadOnlyDictionary<string, byte[]> Of(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(folder, path), Read);

    /// <summary>Which of the texts stand in which of the files, in UTF-8 or UTF-16, as they are or in small letters.</summary>
    public static IReadOnlyList<string> Holding(string folder, params IEnumerable<string> texts) => Holding(Of(folder), texts);

    public static IReadOnlyList<string> Holding(IReadOnlyDictionary<string, byte[]> files, params IEnumerable<string> texts) =>
    [
        .. from text in texts
           from spelled in new[] { text, text.ToLowerInvariant() }.Distinct()
           from bytes in new[] { Encoding.UTF8.GetBytes(spelled), Encoding.Unicode.GetBytes(spelled),
               Encoding.BigEndianUnicode.GetBytes(spelled) }
           from file in files
           where file.Value.AsSpan().IndexOf(bytes) >= 0
           select $"{file.Key} holds {spelled}",
    ];

    /// <summary>
    /// Which of the files hold a piece of the bytes, such as of a compressed document, that is not a piece of the others, too.
    /// </summary>
    public static IReadOnlyList<string> HoldingPieces(IReadOnlyDictionary<string, byte[]> files, byte[] bytes,
        IReadOnlyList<byte[]> others,
        int length = 24) =>
    [
        .. from start in Enumerable.Range(0, Math.Max(0, bytes.Length / length - 1)).Select(piece => piece * length + length / 2)
           where !others.Any(other => other.AsSpan().IndexOf(bytes.AsSpan(start, length)) >= 0)
           from file in files
           where file.Value.AsSpan().IndexOf(bytes.AsSpan(start, length)) >= 0
           select $"{file.Key} holds bytes {start} to {start + length}",
    ];

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
