using System.Text;
using System.Text.Unicode;
using Voicebot.Core.Json;

namespace Voicebot.Core.Data.Bulk;

/// <summary>
/// A text as every engine can store it: older versions have kept signs that stand for nothing and that one of them refuses.
/// </summary>
public static class CopiedText
{
    /// <summary>UTF-8; the same bytes, nearly always.</summary>
    /// <param name="isJson">Where such a sign may be written as an escape.</param>
    public static byte[] Of(ReadOnlySpan<byte> text, bool isJson)
    {
        var bytes = text.ToArray();
        if (isJson && bytes.AsSpan().IndexOf("\\u"u8) >= 0)
            bytes = JsonRepair.Readable((ReadOnlyMemory<byte>)bytes).ToArray();
        return Utf8.IsValid(bytes) && !bytes.Contains((byte)0)
            ? bytes
            : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace('\0', '\uFFFD'));
    }
}
