using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Json;
using Voicebot.Tests.Faults;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.ElevenLabs;

/// <summary>A firewall, proxy or portal between us and the vendor is named as such, never blamed on the key, and tried again.</summary>
public sealed class ForeignAnswersTests
{
    private const string Page = "<!doctype html><html><title>Blocked</title><p>Contact IT</html>";

    [Theory]
    [InlineData(200, "text/html", Page)]
    [InlineData(200, "application/json", Page)]
    [InlineData(200, "text/plain", "Welcome to the hotel")]
    [InlineData(401, "text/html", Page)]
    [InlineData(401, "application/json", """{"error":"unauthorized"}""")]
    [InlineData(401, null, "")]
    [InlineData(402, "text/html", Page)]
    [InlineData(403, "text/html", Page)]
    [InlineData(403, "application/json", "null")]
    [InlineData(404, "text/html", Page)]
    [InlineData(405, "text/html", Page)]
    [InlineData(400, "text/html", Page)]
    [InlineData(407, "text/html", Page)]
    [InlineData(407, null, "")]
    [InlineData(451, "text/html", Page)]
    [InlineData(301, "text/html", Page)]
    [InlineData(302, null, "")]
    [InlineData(303, null, "")]
    [InlineData(307, null, "")]
    [InlineData(308, null, "")]
    public async Task Get_AnswerWithoutTheVendorsShape_IsTheNetworksAndTriedAgain(int status, string? type, string body)
    {
        await using var vendor = await HostileVendor.StartAsync(HostileVendor.Text(status, type, body));
        using var client = new VendorClient(vendor.Url);
        var error = await client.FailAsync();
        Assert.Equal((ElevenLabsErrorKind.Network, false, true), (error.Kind, error.ConcernsTheKey, error.IsTransient));
        Assert.Contains($"HTTP {status}", error.Message, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", error.Message, StringComparison.Ordinal);
        Assert.Contains(status == 407 ? "proxy wants a sign-in" : "instead of ElevenLabs", error.Message, StringComparison.Ordinal);
        Assert.Equal(4, vendor.Requests);
    }

    [Fact]
    public async Task Get_RedirectOfAPortal_NamesWhereItLeads()
    {
        await using var vendor = await HostileVendor.StartAsync(HostileVendor.Redirect(302));
        using var client = new VendorClient(vendor.Url);
        Assert.Contains("login.corp.example", (await client.FailAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DownloadAudio_PageInPlaceOfIt_IsTheNetworks()
    {
        await using var vendor = await HostileVendor.StartAsync(HostileVendor.Text(200, "text/html", Page));
        using var client = new VendorClient(vendor.Url);
        var error = await Assert.ThrowsAsync<ElevenLabsException>(() =>
            client.Client.DownloadAudioAsync("conv_1", _ => Task.FromResult(Stream.Null), 1_000, CancellationToken.None));
        Assert.Equal(ElevenLabsErrorKind.Network, error.Kind);
    }

    [Fact]
    public async Task Get_NameThatNobodyKnows_IsToldAsSuch()
    {
        using var client = new VendorClient(new Uri("https://api.elevenlabs.invalid"));
        var error = await client.FailAsync();
        Assert.Equal(ElevenLabsErrorKind.Network, error.Kind);
        Assert.Contains("api.elevenlabs.invalid could not be found (DNS)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_CertificateOfACompany_IsNamedWithItsRemedy()
    {
        using var certificate = Certificate();
        await using var vendor = await HostileVendor.StartAsync(HostileVendor.Text(200, "application/json", "{}"), certificate);
        using var client = new VendorClient(vendor.Url);
        var error = await client.FailAsync();
        Assert.Equal((ElevenLabsErrorKind.Certificate, false, false), (error.Kind, error.ConcernsTheKey, error.IsTransient));
        Assert.Contains("Example Proxy Authority", error.Message, StringComparison.Ordinal);
        Assert.Contains("SSL_CERT_FILE", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, vendor.Requests);
    }

    [Fact]
    public async Task Get_SomebodyWhoSpeaksNoTls_IsTheNetworks()
    {
        await using var vendor = await HostileVendor.StartAsync(HostileVendor.Text(200, "application/json", "{}"));
        using var client = new VendorClient(new UriBuilder(vendor.Url) { Scheme = "https" }.Uri);
        var error = await client.FailAsync();
        Assert.Equal(ElevenLabsErrorKind.Network, error.Kind);
        Assert.Contains("port 443", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("elevenlabs_network")]
    [InlineData("elevenlabs_certificate")]
    public async Task TestOfAKey_SomethingInBetween_SaysTheSameAndStoresNothing(string code)
    {
        using var certificate = Certificate();
        await using var vendor =
            await HostileVendor.StartAsync(HostileVendor.Text(403, "text/html", Page),
            code.EndsWith("certificate", StringComparison.Ordinal) ? certificate : null);
        await using var server =
            await VoicebotServer.StartAsync(
            new VoicebotServerSetup
            {
                ApiKey = null,
                Agents = [],
                More = new Dictionary<string,
            string?>
                { ["ELEVENLABS_BASE_URL"] = vendor.Url.ToString() }
            });
        await (await server.Http.PostJsonAsync("api/settings", new { api_key = "sk_new_key_0123456789", test_key = true }))
            .ProblemAsync(502, code);
        Assert.False((await server.GetJsonAsync("api/settings")).GetProperty("api_key_set").GetBoolean());
    }

    [Fact]
    public async Task Sync_FirewallInTheNight_FailsAsTheNetworksAndIsRepeatedUntilItIsGone()
    {
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_1").At("2026-10-09T10:00:00Z"));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncOneAsync("2026-10-01", "2026-10-31");
        vendor.OnEveryList(VendorFaults.Status(403, Page));
        vendor.OnEveryDetail(VendorFaults.Status(404, Page));
        var run = await server.SyncOneAsync("2026-10-01", "2026-10-31");
        Assert.Equal(("failed", "elevenlabs_network"), (run.Text("status"), run.Text("error_code")));
        Assert.True(Voicebot.Core.Synchronization.SyncFailure.Passes(run.Text("error_code")));
        var problem = (await server.GetJsonAsync("api/health")).GetProperty("problems")[0];
        Assert.Equal(("elevenlabs_network", "allow_network", "127.0.0.1"),
            (problem.Text("code"), problem.GetProperty("remedy").Text("action"), problem.GetProperty("remedy").GetProperty("params")
                .Text("host")));
        Assert.Equal(1, (await server.GetJsonAsync("api/kpis")).Whole("total_conversations"));
    }

    [Fact]
    public async Task Sync_PageInPlaceOfEveryMissingDetail_DeletesNothing()
    {
        await using var vendor =
            await VendorSimulator.StartAsync(Enumerable.Range(1, 3)
            .Select(one => new ConversationBuilder($"conv_{one}").At("2026-10-09T10:00:00Z").Titled("Kept", "Kept").Build()));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncOneAsync("2026-10-01", "2026-10-31");
        foreach (var one in Enumerable.Range(1, 3))
            vendor.Remove($"conv_{one}");
        vendor.OnEveryDetail(VendorFaults.Status(404, Page));
        await server.SyncOneAsync("2026-10-01", "2026-10-31");
        Assert.Equal("Kept", (await server.GetJsonAsync("api/conversations/conv_1")).Text("transcript_summary"));
    }

    /// <summary>The remedy that the message names, in a process of its own.</summary>
    [Theory]
    [InlineData(false, 502)]
    [InlineData(true, 200)]
    public async Task ListAgents_CertificateOfACompany_IsTrustedOnceItIsNamed(bool named, int status)
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("SSL_CERT_FILE is read where OpenSSL decides.");
        using var certificate = Certificate();
        await using var vendor =
            await HostileVendor.StartAsync(HostileVendor.Text(200, "application/json", """{"agents":[]}"""), certificate);
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.FullPath, "company.pem");
        await File.WriteAllTextAsync(file, certificate.ExportCertificatePem());
        using var product = await ProductProcess.StartAsync(vendor.Url, folder.FullPath, VendorSimulator.Key, named
            ? [("SSL_CERT_FILE", file)] : []);
        using var response = await product.Http.GetAsync("api/agents?source=elevenlabs");
        Assert.Equal(status, (int)response.StatusCode);
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Example Proxy Authority", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
