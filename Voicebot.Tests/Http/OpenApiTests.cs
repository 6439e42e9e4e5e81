using System.Text.Json.Nodes;
using Voicebot.Functions.Http;
using Voicebot.Functions.OpenApi;
using Voicebot.Functions.Routing;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

/// <summary>
/// The description says what the program does: its routes, its parameters, and (see <see cref="DescribedAnswers"/>) every answer that a
/// test sees.
/// </summary>
public sealed class OpenApiTests(SeededServer seeded)
{
    private const string Unknown = "zzz_unknown";

    private static readonly Dictionary<string, string> Needed = new()
    {
        ["month"] = "2026-10",
        ["phone"] = "48501000001",
        ["access_key"] = "x",
        ["name"] = "x",
        ["filters"] = "",
        ["changes"] = "",
        ["figure"] = "error_rate",
        ["value"] = "",
        ["day"] = "2026-10-05",
        ["text"] = "x",
        ["kind"] = "",
        ["language"] = "pl",
        ["first"] = "1",
        ["second"] = "2",
        ["period"] = "week",
        ["channel"] = "",
        ["recipients"] = "",
        ["to"] = "all",
    };
    private static readonly HashSet<string> Flags = ["on"];

    // Whatever the query, they answer.
    private static readonly string[] Unread = ["api/live", "api/ready", "api/health"];

    public static TheoryData<string, string> Operations =>
        new(OpenApiDocument.Operations.Where(operation => !Unread.Contains(operation.Route))
            .Select(operation => (operation.Method, operation.Route)));

    public static TheoryData<string, string> WithBody =>
        new(OpenApiDocument.Operations.Where(operation => operation.Body is not null)
            .Select(operation => (operation.Method, operation.Route)));

    [Fact]
    public void Operations_All_AreTheRoutesOfTheProgram() =>
        Assert.Equal(
            RouteTable.All.Where(function => function.Name != nameof(WebSite))
                .SelectMany(function => function.Methods.Where(method => method != "HEAD").Select(method => $"{method} {function.Route}"))
                .Order(StringComparer.Ordinal),
            OpenApiDocument.Operations.Select(operation => $"{operation.Method} {operation.Route}").Order(StringComparer.Ordinal));

    [Fact]
    public void Routes_ThatAreRead_AnswerHeadToo()
    {
        Assert.All(RouteTable.All.Where(function => function.Methods.Contains("GET")),
            function => Assert.Contains("HEAD", function.Methods));
        Assert.All(OpenApiDocument.Json["paths"]!.AsObject(),
            path => Assert.Equal(path.Value!["get"] is null, path.Value["head"] is null));
    }

    /// <summary>A refusal of an unknown parameter lists those that the function has asked for.</summary>
    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Operation_QueryParameters_AreThoseThatTheFunctionReads(string method, string route)
    {
        var operation = Operation(method, route);
        var needed = operation.Query.Where(parameter => parameter.Required)
            .Select(parameter => $"&{parameter.Name}={Needed[parameter.Name]}");
        using var request = new HttpRequestMessage(new HttpMethod(method),
            $"{route.Replace("{id}", "1", StringComparison.Ordinal)}?{Unknown}=1{string.Concat(needed)}");
        var problem = await (await seeded.Http.SendAsync(request)).ProblemAsync(400, "unknown_parameter", Unknown);
        var known = problem.TryGetProperty("known_parameters", out var names)
            ? names.EnumerateArray().Select(name => name.GetString()!)
            : [];
        Assert.Equal(operation.Query.Select(parameter => parameter.Name).Order(StringComparer.Ordinal), known);
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task Operation_BodyFields_AreThoseThatTheFunctionReads(string method, string route)
    {
        var operation = Operation(method, route);
        var body = new JsonObject { [Unknown] = 1 };
        foreach (var field in operation.Body!.Where(field => field.Required))
            body[field.Name] = Flags.Contains(field.Name) ? true : Needed[field.Name];
        var isChannel = route.Contains("channels", StringComparison.Ordinal);
        if (body.ContainsKey("kind"))
            (body["kind"], body[isChannel ? "url" : "event"]) =
                isChannel ? ("slack", "https://hooks.example.com/x") : ("system", "problem");
        if (route == "api/erase")
            body["phone"] = Needed["phone"];
        if (body.ContainsKey("value"))
            body["value"] = 5;
        if (body.ContainsKey("filters"))
            body["filters"] = new JsonObject { ["outcome"] = "failure" };
        if (body.ContainsKey("recipients"))
            (body["channel"], body["recipients"]) =
                (1, new JsonArray(new JsonObject { ["address"] = "a@example.com", ["language"] = "pl" }));
        if (body.ContainsKey("changes"))
            body["changes"] = new JsonArray(new JsonObject { ["conversation_id"] = "1" });
        using var request = new HttpRequestMessage(new HttpMethod(method), route.Replace("{id}", "1", StringComparison.Ordinal))
        {
            Content = new StringContent(body.ToJsonString(), null, "application/json"),
        };
        var problem = await (await seeded.Http.SendAsync(request)).ProblemAsync(400, "unknown_parameter", Unknown);
        var known = problem.TryGetProperty("known_parameters", out var names)
            ? names.EnumerateArray().Select(name => name.GetString()!)
            : [];
        Assert.Equal(operation.Body!.Select(field => field.Name).Order(StringComparer.Ordinal), known);
    }

    [Fact]
    public async Task Get_Document_IsWholeAndItsReferencesLeadSomewhere()
    {
        var document = JsonNode.Parse(await seeded.Http.GetStringAsync("api/openapi.json"))!;
        Assert.Equal("3.1.0", (string?)document["openapi"]);
        Assert.True(JsonNode.DeepEquals(OpenApiDocument.Json, document));
        var references = References(document).ToList();
        Assert.NotEmpty(references);
        foreach (var reference in references)
        {
            JsonNode? place = document;
            foreach (var step in reference.Split('/').Skip(1))
                place = place is JsonArray array ? array[int.Parse(step, null)] : place?[step];
            Assert.True(place is not null, $"{reference} leads nowhere.");
        }
        foreach (var operation in OpenApiDocument.Operations)
            Assert.NotNull(document["paths"]!["/"
                + operation.Route]![operation.Method.ToLowerInvariant()]!["responses"]![$"{operation.Status}"]);
    }

    [Fact]
    public async Task Answers_OfOtherTests_AreCompared()
    {
        var before = DescribedAnswers.Compared;
        await seeded.Server.GetJsonAsync("api/kpis");
        Assert.True(DescribedAnswers.Compared > before);
    }

    private static ApiOperation Operation(string method, string route) =>
        OpenApiDocument.Operations.Single(operation => operation.Method == method && operation.Route == route);

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(References),
        JsonObject json =>
            json.SelectMany(member => member.Key == "$ref" && member.Value is JsonValue value
                ? [value.GetValue<string>()]
                : References(member.Value)),
        _ => [],
    };
}
