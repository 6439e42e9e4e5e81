using System.Net;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

public sealed class MethodsTests(SeededServer seeded)
{
    [Theory]
    [InlineData("DELETE", "api/settings", "GET, POST")]
    [InlineData("PUT", "api/settings", "GET, POST")]
    [InlineData("POST", "api/agents", "GET")]
    [InlineData("GET", "api/sync", "POST")]
    [InlineData("POST", "api/sync-logs", "GET")]
    [InlineData("POST", "api/sync-logs/1", "DELETE, GET")]
    [InlineData("POST", "api/kpis", "GET")]
    [InlineData("PATCH", "api/conversations", "GET")]
    [InlineData("DELETE", "api/conversations/conv_in", "GET")]
    [InlineData("POST", "api/months", "GET")]
    [InlineData("POST", "api/export-csv", "GET")]
    [InlineData("GET", "api/archive?month=2026-10", "POST")]
    [InlineData("DELETE", "api/archives", "GET")]
    [InlineData("POST", "api/download-csv/1", "GET")]
    [InlineData("GET", "api/refetch-details", "POST")]
    [InlineData("PUT", "api/health", "GET")]
    [InlineData("OPTIONS", "api/health", "GET")]
    [InlineData("POST", "", "GET, HEAD")]
    [InlineData("DELETE", "index.html", "GET, HEAD")]
    public async Task Send_WrongMethod_Answers405WithAllow(string method, string path, string allow)
    {
        var response = await seeded.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        Assert.Equal(allow, string.Join(", ", response.Content.Headers.Allow));
        await response.ProblemAsync(405, "method_not_allowed");
    }

    [Fact]
    public async Task Send_HeadOfAnApiAddress_Answers405()
    {
        using var response = await seeded.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "api/health"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("GET", string.Join(", ", response.Content.Headers.Allow));
    }
}
