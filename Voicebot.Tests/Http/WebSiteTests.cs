using System.Net;
using System.Net.Sockets;
using System.Text;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

public sealed class WebSiteTests(SeededServer seeded)
{
    [Theory]
    [InlineData("", "text/html; charset=utf-8")]
    [InlineData("index.html", "text/html; charset=utf-8")]
    [InlineData("scripts/main.js", "text/javascript; charset=utf-8")]
    [InlineData("styles/base.css", "text/css; charset=utf-8")]
    [InlineData("config.js", "text/javascript; charset=utf-8")]
    [InlineData("icons/voicebot.svg", "image/svg+xml")]
    public async Task Get_File_IsServedWithItsType(string path, string contentType)
    {
        using var response = await seeded.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-cache", response.Headers.CacheControl?.ToString());
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Get_FileThatTheBrowserHas_Answers304()
    {
        using var first = await seeded.Http.GetAsync("styles/base.css");
        var request = new HttpRequestMessage(HttpMethod.Get, "styles/base.css");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await seeded.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Get_FileThatTheBrowserHasInAnOlderVersion_IsSent()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "styles/base.css");
        request.Headers.TryAddWithoutValidation("If-None-Match", "\"older\"");
        using var response = await seeded.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Head_Page_AnswersWithoutBody()
    {
        using var response = await seeded.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, ""));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("nothing.html")]
    [InlineData("scripts")]
    [InlineData("scripts/")]
    [InlineData("package.json")]
    [InlineData("node_modules/chart.js/package.json")]
    public async Task Get_NoSuchFile_Answers404(string path) => await seeded.Http.GetProblemAsync(path, 404, "not_found");

    [Theory]
    [InlineData("/../host.json")]
    [InlineData("/..%2fhost.json")]
    [InlineData("/..%5chost.json")]
    [InlineData("/scripts/../../host.json")]
    [InlineData("/scripts/..%2f..%2fhost.json")]
    [InlineData("/%2e%2e/host.json")]
    [InlineData("//etc/passwd")]
    [InlineData("/%2fetc%2fpasswd")]
    public async Task Get_WayOutOfTheFolder_AnswersNoFile(string target)
    {
        // By hand: a client library would tidy up the address.
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", seeded.Http.BaseAddress!.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync();
        Assert.Matches("^HTTP/1.1 40[04] ", answer);
        Assert.DoesNotContain("functionTimeout", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
    }
}
