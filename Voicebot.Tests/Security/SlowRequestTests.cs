using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Security;

/// <summary>Requests that arrive drop by drop or malformed, by hand over a socket.</summary>
public sealed class SlowRequestTests(SeededServer seeded, ImpatientServer impatient) : IClassFixture<ImpatientServer>
{
    [Fact]
    public void Limits_OfTheServer_GiveStrangersTenSeconds()
    {
        var limits = seeded.Server.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;
        Assert.Equal(TimeSpan.FromSeconds(10), limits.RequestHeadersTimeout);
        Assert.Equal((1_000, TimeSpan.FromSeconds(10)),
            (limits.MinRequestBodyDataRate!.BytesPerSecond, limits.MinRequestBodyDataRate.GracePeriod));
        Assert.Equal((1_000, TimeSpan.FromSeconds(10)),
            (limits.MinResponseDataRate!.BytesPerSecond, limits.MinResponseDataRate.GracePeriod));
    }

    [Fact]
    public async Task Send_HeadersDropByDrop_IsCutOffAndOthersAreAnsweredMeanwhile()
    {
        using var slow = new TcpClient();
        await slow.ConnectAsync("127.0.0.1", impatient.Server.Http.BaseAddress!.Port);
        await slow.GetStream().WriteAsync("GET /api/kpis HTTP/1.1\r\nHost: localhost\r\nX-Slow: "u8.ToArray());
        await impatient.Server.GetJsonAsync("api/months");
        using var reader = new StreamReader(slow.GetStream());
        var answer = await reader.ReadToEndAsync().WaitAsync(Eventually.LongestWait);
        Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadBytes_BodyThatNeverComes_IsATimeout()
    {
        var http = new DefaultHttpContext();
        http.Request.Body = new System.IO.Pipelines.Pipe().Reader.AsStream();
        var refusal = await Assert.ThrowsAsync<ProblemException>(() =>
            BodyReader.ReadBytesAsync(http.Request, 10, TimeSpan.FromMilliseconds(20)));
        Assert.Equal((408, "request_timeout"), (refusal.Problem.Status, refusal.Problem.Code));
    }

    [Theory]
    [InlineData("GET http://evil.example/api/kpis HTTP/1.1\r\nHost: localhost\r\n", "400|403")]
    [InlineData("GET /api/kpis HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n", "400|403")]
    [InlineData("GET /api/kpis HTTP/1.1\r\n", "400")]
    [InlineData("GET /api/kpis HTTP/1.0\r\n", "403")]
    [InlineData("GET /api/kpis HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: localhost\r\nX-Original-Host: localhost\r\nForwarded: "
        + "host=localhost\r\n", "403")]
    [InlineData("GET /api/kpis HTTP/1.1\r\nHost: localhost@evil.example\r\n", "400|403")]
    // The chunks alone count, and none comes: the length that disagrees is not believed.
    [InlineData("POST /api/settings HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
        + "2\r\nTransfer-Encoding: chunked\r\n", "400|408")]
    [InlineData("POST /api/settings HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: -1\r\n", "400")]
    [InlineData("TRACE /api/kpis HTTP/1.1\r\nHost: localhost\r\n", "405")]
    public async Task Send_SmuggledHeaders_AreRefused(string head, string status)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", impatient.Server.Http.BaseAddress!.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + "Connection: close\r\n\r\n"));
        using var reader = new StreamReader(socket.GetStream());
        Assert.Matches($"^HTTP/1.1 ({status}) ", await reader.ReadToEndAsync().WaitAsync(Eventually.LongestWait));
    }
}
