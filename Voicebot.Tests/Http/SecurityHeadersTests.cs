using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

public sealed class SecurityHeadersTests(SeededServer seeded)
{
    [Theory]
    [InlineData("")]
    [InlineData("api/kpis")]
    [InlineData("api/kpis?month=x")]
    [InlineData("api/nothing")]
    [InlineData("nothing.html")]
    [InlineData("api/export-csv")]
    public async Task Get_Anything_CarriesTheSecurityHeaders(string path)
    {
        using var response = await seeded.Http.GetAsync(path);
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(response, "X-Frame-Options"));
        Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Resource-Policy"));
        Assert.Equal("camera=(), microphone=(), geolocation=(), payment=(), usb=()", Header(response, "Permissions-Policy"));
        var policy = Header(response, "Content-Security-Policy");
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("api/kpis")]
    [InlineData("api/settings")]
    [InlineData("api/conversations/conv_in")]
    [InlineData("api/export-csv")]
    [InlineData("api/kpis?month=x")]
    [InlineData("api/nothing")]
    public async Task Get_Data_IsNeverCached(string path)
    {
        using var response = await seeded.Http.GetAsync(path);
        Assert.Equal("no-store", Header(response, "Cache-Control"));
    }

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));
}
