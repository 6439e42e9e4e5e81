using System.Text.Json;
using Voicebot.Core.Json;

namespace Voicebot.Functions.Responses;

/// <summary>A file that came with a turn; its address is the vendor's, and given only where it is one of the web.</summary>
internal sealed record FileInputResponse(string? FileId, string? OriginalFilename, string? MimeType, string? FileUrl)
{
    public static FileInputResponse Of(JsonElement file) =>
        new(file.Text("file_id"), file.Text("original_filename"), file.Text("mime_type"), Address(file.Text("file_url")));

    private static string? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps ? text : null;
}
