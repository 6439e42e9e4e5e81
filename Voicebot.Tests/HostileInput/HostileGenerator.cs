using System.Text;
using System.Text.Json.Nodes;
using Voicebot.Functions.OpenApi;

namespace Voicebot.Tests.HostileInput;

/// <summary>
/// Makes hostile requests for one operation, the same ones at every run. A write always holds something that must be refused,
/// because the suite asserts that no data change.
/// </summary>
/// <param name="seed">Of all operations: each throws dice of its own, which another operation beside it does not change.</param>
internal sealed class HostileGenerator(ApiOperation operation, int seed)
{
    private const string UnknownName = "zzz_unknown";
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "FOO"];

    // These write nothing, or nothing for an id that does not exist.
    private static readonly string[] HarmlessWrites =
        ["api/erase", "api/session", "api/conversations/{id}/reveal", "api/webhooks/elevenlabs", "api/sync-logs/{id}"];

    private readonly Random random = new(seed ^ StableHash(operation.Method + " " + operation.Route));

    private bool IsWrite => operation.Method != "GET" && !HarmlessWrites.Contains(operation.Route);

    public IEnumerable<HostileRequest> Take(int count) => Enumerable.Range(0, count).Select(_ => Next());

    private HostileRequest Next() => random.Next(12) switch
    {
        0 => WrongMethod(),
        1 => new HostileRequest(operation.Method, Path() + Query(hostile: true))
        {
            Headers = SomeHeaders(),
            Body = BodyBytes(),
            ContentType = "application/json",
        },
        2 or 3 when operation.Body is not null => new HostileRequest(operation.Method, Path() + Query(hostile: false))
        {
            Body = Encoding.UTF8.GetBytes(Pick(HostileValues.BrokenBodies)),
            ContentType = "application/json",
        },
        4 when operation.Method is "POST" =>
            new HostileRequest(operation.Method, Path())
            {
                Body = BodyBytes()
            ?? "{}"u8.ToArray(),
                ContentType = Pick(HostileValues.ContentTypes)
            },
        5 when operation.Body is not null =>
            new HostileRequest(operation.Method, Path()) { Body = Noise(), ContentType = "application/json; charset=utf-8" },
        _ => new HostileRequest(operation.Method, Path() + Query(hostile: true))
        {
            Body = BodyBytes(),
            ContentType = operation.Body is null ? null : "application/json",
        },
    };

    /// <summary>
    /// Another method of the same address; one that exists as an operation of its own is tried with an unknown parameter.
    /// </summary>
    private HostileRequest WrongMethod() => new(Pick(Methods), $"{Path()}?{UnknownName}=1") { Headers = SomeHeaders() };

    private string Path()
    {
        var id = random.Next(4) == 0 ? Pick(["1", "conv_in", "conv_web", "999999"]) : Pick(HostileValues.Texts);
        var path = "/" + operation.Route.Replace("{id}", Escaped(id.Length > 0 ? id : "x"), StringComparison.Ordinal);
        return random.Next(40) switch
        {
            0 => path + "/",
            1 => path.ToUpperInvariant(),
            2 => path.Replace("api/", "api//", StringComparison.Ordinal),
            3 => path.Replace("api/", "api/../api/", StringComparison.Ordinal),
            4 => path + "/..%2f..%2fvoicebot.db",
            5 => path + ";x=1",
            _ => path,
        };
    }

    private string Query(bool hostile)
    {
        var parts = new List<string>();
        foreach (var parameter in operation.Query)
        {
            if (random.Next(operation.Query.Count + 2) > 2)
                continue;
            var value = Escaped(Pick(HostileValues.Texts));
            parts.Add($"{parameter.Name}={value}");
            if (random.Next(12) == 0)
                parts.Add($"{parameter.Name}={value}"); // doubled
            if (random.Next(20) == 0)
                parts.Add($"{parameter.Name.ToUpperInvariant()}={value}");
        }
        if (IsWrite || (hostile && random.Next(4) == 0))
            parts.Add($"{UnknownName}={Escaped(Pick(HostileValues.Texts))}");
        if (random.Next(25) == 0)
            parts.AddRange(Enumerable.Range(0, 300).Select(index => $"p{index}=x"));
        if (random.Next(25) == 0)
            parts.Add(Pick(["&&&", "=", "?", "%", "%zz", "%c3%28", "a=%F0%28%8C%28", "[]=1", "__proto__=1", "x[y]=1", "a=b=c"]));
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    private byte[]? BodyBytes()
    {
        if (operation.Body is not { } fields)
            return null;
        var members = fields.Where(_ => random.Next(3) > 0)
            .Select(field => $"{JsonValue.Create(field.Name).ToJsonString()}:{Value()}").ToList();
        if (IsWrite || random.Next(3) == 0)
            members.Add($"\"{UnknownName}\":{Pick(HostileValues.Json)}");
        return Encoding.UTF8.GetBytes("{" + string.Join(',', members) + "}");
    }

    private string Value() => random.Next(2) == 0 ? Pick(HostileValues.Json) : JsonValue.Create(Pick(HostileValues.Texts)).ToJsonString();

    private byte[] Noise()
    {
        var bytes = new byte[random.Next(1, 400)];
        random.NextBytes(bytes);
        return bytes;
    }

    private (string, string)[] SomeHeaders() => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(HostileValues.Headers))];

    /// <summary>Mostly escaped as a client does; sometimes a second time.</summary>
    private string Escaped(string value)
    {
        var escaped = Uri.EscapeDataString(value);
        return random.Next(30) == 0 ? Uri.EscapeDataString(escaped) : escaped;
    }

    /// <summary>The same in every process, unlike a text's own.</summary>
    private static int StableHash(string text) => text.Aggregate(17, (hash, letter) => unchecked((hash * 31) + letter));

    private T Pick<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
