using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Voicebot.Tests.WorkerHost;

/// <summary>A whole answer as text, without what differs by nature: moments, ages, random tokens, and what a connection needs.</summary>
internal sealed partial record Answer(int Status, string Headers, string Body)
{
    private static readonly string[] OfTheConnection = ["Connection", "Date", "Keep-Alive", "Server", "Transfer-Encoding"];

    /// <summary>Of the moment of the answer or of a run.</summary>
    private static readonly string[] Moments =
    [
        "age_secs", "as_of", "at", "began_at", "archived_at", "changed_at", "checked_at", "ended_at", "exported_at", "finished_at",
        "free_bytes", "last_good_sync_age_secs", "last_good_sync_at", "requested_at", "started_at",
    ];

    /// <summary>Kinds of answers with moments in them, so that one may be a little longer than another.</summary>
    private static readonly string[] Living = ["json", "sqlite", "spreadsheetml"];

    /// <summary>Of the workbook's parts, the one that says when it was made.</summary>
    private const string MomentOfWorkbook = "docProps/";

    /// <summary>Of the request alone.</summary>
    private static readonly string[] Traces = ["trace_id", "traceId"];

    /// <summary>How quick a run was; null when it ended within the second.</summary>
    private static readonly string[] Rates = ["details_per_sec", "secs_left"];

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var type = response.Content.Headers.ContentType?.ToString() ?? "";
        var lengthCounts = response.Content.Headers.ContentEncoding.Count == 0
            && !Living.Any(kind => type.Contains(kind, StringComparison.Ordinal));
        var headers = response.Headers.Concat(response.Content.Headers)
            .Where(header => !OfTheConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase)
                && (lengthCounts || header.Key != "Content-Length"))
            .OrderBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
            .Select(header => $"{header.Key}: {Steady(header.Key, string.Join(", ", header.Value))}");
        return new Answer((int)response.StatusCode, string.Join('\n', headers),
            BodyOf(bytes, type, response.Content.Headers.ContentEncoding.LastOrDefault()));
    }

    /// <summary>Where the two begin to differ, this one's line first; null when they are alike.</summary>
    public string? DifferenceFrom(Answer other)
    {
        if (this == other)
            return null;
        var (here, there) = ($"{Status}\n{Headers}\n\n{Body}", $"{other.Status}\n{other.Headers}\n\n{other.Body}");
        var same = here.Zip(there).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"    {Around(here, same)}\n    {Around(there, same)}";
    }

    private static string Around(string text, int place) =>
        text[Math.Max(0, place - 80)..Math.Min(text.Length, place + 160)].ReplaceLineEndings(" | ");

    private static string BodyOf(byte[] bytes, string type, string? encoding)
    {
        var plain = Unpacked(bytes, encoding);
        if (type.Contains("sqlite", StringComparison.Ordinal))
            return Encoding.ASCII.GetString(plain, 0, Math.Min(plain.Length, 15));
        if (type.Contains("spreadsheetml", StringComparison.Ordinal) && plain.Length > 0)
            return PartsOf(plain);
        var text = Encoding.UTF8.GetString(plain);
        if (!type.Contains("json", StringComparison.Ordinal) || text.Length == 0)
            return text;
        var json = JsonNode.Parse(Made().Replace(text, "now"));
        Steady(json);
        return json?.ToJsonString() ?? "null";
    }

    private static string PartsOf(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        var parts = new StringBuilder();
        foreach (var part in zip.Entries)
        {
            parts.AppendLine(part.FullName);
            using var reader = new StreamReader(part.Open());
            if (!part.FullName.StartsWith(MomentOfWorkbook, StringComparison.Ordinal))
                parts.AppendLine(reader.ReadToEnd());
        }
        return parts.ToString();
    }

    private static byte[] Unpacked(byte[] bytes, string? encoding)
    {
        using Stream? unpacking = encoding switch
        {
            "gzip" => new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress),
            "br" => new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress),
            _ => null,
        };
        if (unpacking is null)
            return bytes;
        using var plain = new MemoryStream();
        unpacking.CopyTo(plain);
        return plain.ToArray();
    }

    private static void Steady(JsonNode? node)
    {
        if (node is JsonArray array)
            foreach (var item in array)
                Steady(item);
        if (node is not JsonObject members)
            return;
        foreach (var (name, value) in members.ToList())
        {
            if (Rates.Contains(name))
                members.Remove(name);
            else if (value is JsonValue && (Moments.Contains(name) || Traces.Contains(name)))
                members[name] = string.Create(CultureInfo.InvariantCulture, $"a {value.GetValueKind()}");
            else if (name == "detail" && value is JsonValue)
                members[name] = Wait().Replace((string?)value ?? "", "Try again in 0");
            else
                Steady(value);
        }
    }

    /// <summary>A session is a random token; a file made now bears the time in its name.</summary>
    private static string Steady(string header, string value) => header switch
    {
        "Set-Cookie" => Token().Replace(value, "$1=token;"),
        "Content-Disposition" => Digits().Replace(value, "0"),
        "ETag" => TagOfProcess().Replace(value, "W/\"tag\""), // of an answer that is kept: it counts from the start of the process
        "Last-Modified" or "Retry-After" => "a moment",
        _ => value,
    };

    [GeneratedRegex("(voicebot[^=]*)=[^;]+;", RegexOptions.IgnoreCase)]
    private static partial Regex Token();

    [GeneratedRegex("W/\"[^\"]*\"")]
    private static partial Regex TagOfProcess();

    /// <summary>In the name of a file that was made.</summary>
    [GeneratedRegex("[0-9]{8}T[0-9]{6}Z")]
    private static partial Regex Made();

    [GeneratedRegex("Try again in [0-9]+")]
    private static partial Regex Wait();

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digits();
}
