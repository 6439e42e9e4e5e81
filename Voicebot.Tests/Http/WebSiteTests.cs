using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

public sealed class WebSiteTests(SeededServer seeded)
{
    [Theory]
    [InlineData("", "text/html; charset=utf-8")]
    [InlineData("index.html", "text/html; charset=utf-8")]
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
    public async Task Get_BundledFile_IsKeptForEver()
    {
        foreach (var (path, contentType) in new[]
                 {
                     (PageBundle.Script, "text/javascript; charset=utf-8"), (PageBundle.ChartLibrary, "text/javascript; charset=utf-8"),
                     (PageBundle.Style, "text/css; charset=utf-8"), (PageBundle.Font, "font/woff2"),
                 })
        {
            using var response = await seeded.Http.GetAsync(path);
            Assert.Equal((HttpStatusCode.OK, contentType), (response.StatusCode, response.Content.Headers.ContentType?.ToString()));
            Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", response.Headers.GetValues("Cache-Control")));
        }
    }

    [Fact]
    public async Task Get_BundledFileOfAnotherVersion_Answers404ThatIsNotKept()
    {
        using var response = await seeded.Http.GetAsync("assets/main-00000000.js");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Null(response.Headers.CacheControl?.MaxAge);
    }

    [Fact]
    public async Task Get_Page_NamesFilesThatAreThere()
    {
        var page = await seeded.Http.GetStringAsync("");
        var named = Regex.Matches(page, "(?:src|href)=\"([^\"]+)\"").Select(match => match.Groups[1].Value)
            .Where(name => !name.StartsWith("data:", StringComparison.Ordinal)).Distinct().ToList();

        Assert.Contains("config.js", named);
        Assert.Contains(PageBundle.Script, named);
        foreach (var file in named)
            Assert.Equal((file, HttpStatusCode.OK), (file, (await seeded.Http.GetAsync(file)).StatusCode));
    }

    [Fact]
    public async Task Get_FileThatTheBrowserHas_Answers304()
    {
        using var first = await seeded.Http.GetAsync(PageBundle.Style);
        var request = new HttpRequestMessage(HttpMethod.Get, PageBundle.Style);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await seeded.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Get_FileThatTheBrowserHasInAnOlderVersion_IsSent()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, PageBundle.Style);
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
    [InlineData("assets")]
    [InlineData("assets/")]
    [InlineData("scripts/main.js")]
    [InlineData("build/build.mjs")]
    [InlineData("package.json")]
    [InlineData("node_modules/chart.js/package.json")]
    public async Task Get_NoSuchFile_Answers404(string path) => await seeded.Http.GetProblemAsync(path, 404, "not_found");

    [Theory]
    [InlineData("/../host.json")]
    [InlineData("/..%2fhost.json")]
    [InlineData("/..%5chost.json")]
    [InlineData("/assets/../../host.json")]
    [InlineData("/assets/..%2f..%2fhost.json")]
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
