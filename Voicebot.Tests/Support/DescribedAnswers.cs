using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;
using Voicebot.Functions.OpenApi;

namespace Voicebot.Tests.Support;

/// <summary>Compares every JSON answer that a test sees with the API's own description; a difference fails the test.</summary>
public sealed partial class DescribedAnswers(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly ConcurrentDictionary<string, JsonSchema> Schemas = new(StringComparer.Ordinal);
    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List };
    private static long compared;

    /// <summary>How many answers were compared since the start of the process.</summary>
    public static long Compared => Interlocked.Read(ref compared);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json"
            && response.Content.Headers.ContentEncoding.Count == 0 && request.Method != HttpMethod.Head)
            Compare(request, response, await response.Content.ReadAsStringAsync(cancellationToken));
        return response;
    }

    private static void Compare(HttpRequestMessage request, HttpResponseMessage response, string body)
    {
        var name = SchemaOf(request, response);
        if (name is null)
            return;
        Interlocked.Increment(ref compared);
        using var json = JsonDocument.Parse(body);
        var schema = Schemas.GetOrAdd(name, Bundle);
        var verdict = schema.Evaluate(json.RootElement, Options);
        if (verdict.IsValid)
            return;
        var reasons = (verdict.Details ?? []).Where(detail => detail.Errors is { Count: > 0 })
            .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation} {error.Key}: {error.Value}")).Take(5);
        Assert.Fail($"{request.Method} {request.RequestUri} answered {(int)response.StatusCode} not as described ({name}): "
            + $"{string.Join("; ", reasons)}\n{body[..Math.Min(body.Length, 600)]}");
    }

    /// <summary>The component that describes the answer; null for the description itself.</summary>
    private static string? SchemaOf(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
            return "Problem";
        // the server tidies up the address, too
        var operation = DescribedRoutes.Find(request.Method.Method, Slashes()
            .Replace(new Uri(request.RequestUri!.ToString()).AbsolutePath, "/"));
        Assert.True(operation is not null, $"{request.Method} {request.RequestUri} is not described.");
        if (operation.Answer is null && operation.MediaType == "application/json")
            return null;
        Assert.True(operation.Answer is not null && (int)response.StatusCode is var status
            && (status == operation.Status || status == operation.OtherStatus),
            $"{request.Method} {request.RequestUri} answered {(int)response.StatusCode} with JSON, which is not described.");
        // The agents of the account have a shape of their own.
        return request.RequestUri!.Query.Contains("source=elevenlabs", StringComparison.Ordinal)
            ? ResponseSchemas.NameOf(operation.OtherAnswer!) : ResponseSchemas.NameOf(operation.Answer);
    }

    [GeneratedRegex("/{2,}")]
    private static partial Regex Slashes();

    private static JsonSchema Bundle(string name)
    {
        var definitions = JsonNode.Parse(OpenApiDocument.Json["components"]!["schemas"]!.ToJsonString()
            .Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal));
        return JsonSchema.FromText(new JsonObject { ["$ref"] = "#/$defs/" + name, ["$defs"] = definitions }.ToJsonString());
    }
}
