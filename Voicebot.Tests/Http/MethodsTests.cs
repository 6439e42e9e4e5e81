using System.Net;
using System.Text.RegularExpressions;
using Voicebot.Core.Json;
using Voicebot.Functions.OpenApi;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

public sealed partial class MethodsTests(SeededServer seeded)
{
    [Theory]
    [InlineData("DELETE", "api/settings", "GET, HEAD, POST")]
    [InlineData("PUT", "api/settings", "GET, HEAD, POST")]
    [InlineData("POST", "api/agents", "GET, HEAD")]
    [InlineData("GET", "api/sync", "POST")]
    [InlineData("POST", "api/sync-logs", "GET, HEAD")]
    [InlineData("POST", "api/sync-logs/1", "DELETE, GET, HEAD")]
    [InlineData("POST", "api/kpis", "GET, HEAD")]
    [InlineData("PATCH", "api/conversations", "GET, HEAD")]
    [InlineData("DELETE", "api/conversations/conv_in", "GET, HEAD")]
    [InlineData("POST", "api/months", "GET, HEAD")]
    [InlineData("POST", "api/export-csv", "GET, HEAD")]
    [InlineData("GET", "api/archive?month=2026-10", "POST")]
    [InlineData("DELETE", "api/archives", "GET, HEAD")]
    [InlineData("POST", "api/download-csv/1", "GET, HEAD")]
    [InlineData("GET", "api/refetch-details", "POST")]
    [InlineData("PUT", "api/health", "GET, HEAD")]
    [InlineData("OPTIONS", "api/health", "GET, HEAD")]
    [InlineData("POST", "", "GET, HEAD")]
    [InlineData("DELETE", "index.html", "GET, HEAD")]
    public async Task Send_WrongMethod_Answers405WithAllow(string method, string path, string allow)
    {
        var response = await seeded.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        Assert.Equal(allow, string.Join(", ", response.Content.Headers.Allow));
        await response.ProblemAsync(405, "method_not_allowed");
    }

    public static TheoryData<string> Reads =>
        [.. OpenApiDocument.Operations.Where(operation => operation.Method == "GET")
        .Select(operation => operation.Route), "", "index.html"];

    /// <summary>Monitors and download programs ask so, before or instead of reading.</summary>
    [Theory]
    [MemberData(nameof(Reads))]
    public async Task Send_Head_AnswersAsGetWithoutTheBody(string route)
    {
        var path = route.Replace("{id}", route.Contains("conversations", StringComparison.Ordinal) ? "conv_in"
            : "1", StringComparison.Ordinal)
            + (route == "api/person-data" ? "?phone=48501000001" : "");
        await Eventually.True(async () =>
        {
            using var get = await seeded.Http.GetAsync(path);
            using var head = await seeded.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
            using var after = await seeded.Http.GetAsync(path);
            if (get.Headers.ETag?.Tag != after.Headers.ETag?.Tag)
                return false; // something was stored in between, by others who use this server

            Assert.Equal(get.StatusCode, head.StatusCode);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
            Assert.Equal(HeadersOf(get), HeadersOf(head));
            return true;
        }, "three answers of one state");
    }

    [Fact]
    public async Task Send_HeadOfAnExport_IsNotRecordedAsOne()
    {
        var before = await ExportsAsync();
        using var head = await seeded.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "api/export-csv"));
        Assert.Equal(before, await ExportsAsync());
    }

    [Theory]
    [InlineData("//api/live")]
    [InlineData("/api//live")]
    [InlineData("///api///live//")]
    [InlineData("/api/live/")]
    [InlineData("/api/live?_=1787126409")]
    [InlineData("/api/live?t=1&t=2&cache=%00")]
    [InlineData("//api//health/?_=1787126409")]
    [InlineData("/api/health?nocache")]
    public async Task Get_LivenessAsMonitorsAsk_IsAnswered(string target)
    {
        var address = new Uri(seeded.Http.BaseAddress!.GetLeftPart(UriPartial.Authority)
            + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var answer = await seeded.Http.GetAsync(address);
        Assert.Equal("ok", (await answer.JsonAsync()).Text("status"));
    }

    /// <summary>What the server says of itself, without what differs from one answer to the next.</summary>
    private static IEnumerable<string> HeadersOf(HttpResponseMessage answer) =>
        answer.Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key is not ("Date" or "Transfer-Encoding" or "Last-Modified"))
            .Select(header => $"{header.Key}: {MomentOfAFile().Replace(string.Join(", ", header.Value), "moment")}")
            .Where(header => !header.StartsWith("Content-Length", StringComparison.Ordinal) || answer.StatusCode == HttpStatusCode.OK)
            .Order(StringComparer.Ordinal);

    /// <summary>In names of files that are made when they are asked for.</summary>
    [GeneratedRegex("[0-9]{8}T[0-9]{6}Z")]
    private static partial Regex MomentOfAFile();

    private async Task<int> ExportsAsync() =>
        (await seeded.Server.GetJsonAsync("api/audit-log?limit=1000")).Items("entries").Count(entry => entry.Text("action") == "export");
}
