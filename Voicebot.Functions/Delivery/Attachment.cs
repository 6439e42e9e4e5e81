using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Voicebot.Functions.Delivery;

/// <summary>Gives a file its name (RFC 6266): whole for every browser of today, and in ASCII for programs that know no other.</summary>
public static class Attachment
{
    public static void Name(HttpResponse response, string fileName) => response.Headers.ContentDisposition = Header(fileName);

    internal static string Header(string fileName) =>
        $"attachment; filename=\"{Ascii(fileName)}\"; filename*=UTF-8''{Uri.EscapeDataString(fileName)}";

    /// <summary>Letters without their marks; what else is no plain sign becomes an underscore.</summary>
    private static string Ascii(string text)
    {
        var ascii = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
                ascii.Append(rune.Value switch
                {
                    'ł' => "l",
                    'Ł' => "L",
                    '–' => "-",
                    '"' or '\\' or '%' or < ' ' or >= 0x7F => "_",
                    var plain => ((char)plain).ToString(),
                });
        return ascii.ToString();
    }
}
