using Voicebot.Core.Settings;
using Voicebot.Core.Telemetry;
using Voicebot.Tests.Faults;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Telemetry;

/// <summary>What is exported tells of the work, and holds nothing of the people in it.</summary>
public sealed class TelemetryExportTests
{
    private const string Person = "+48509876543";
    private const string Word = "Zażółcona";
    private const string AccessKey = "an-access-key-that-nobody-can-guess";

    private static readonly string[] Private =
    [
        Person, "509876543", "509 876 543", "%2B48509876543", "+48221000001", Word, "conv_private", "agent_private", "Pani Halina",
        VendorSimulator.Key, AccessKey, "a-wrong-access-key", "sk_refused_key", "STRANGERSMETHOD",
    ];

    [Fact]
    public async Task Export_EverythingUsed_TellsOfTheWorkAndOfNobody()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var vendor = await StartVendorAsync();
        string data;
        await using (var server = await VoicebotServer.StartAsync(new VoicebotServerSetup
        {
            Vendor = vendor,
            Agents = ["agent_private"],
            AccessKey = AccessKey,
            More = receiver.Variables,
        }))
        {
            data = server.DataFolder;
            await server.SyncAsync();
            await UseAsync(server);
            vendor.ApiKey = "sk_refused_key";
            await server.SyncAsync();
            await Eventually.True(() => receiver.Holds("voicebot.problems", "metrics"), "what stands in the way, with the next metrics");
        }

        foreach (var (told, path) in new[]
        {
            ("GET api/conversations/{id}", "traces"), ("/v1/convai/conversations/{id}", "traces"), ("sync", "traces"),
            ("http.server.request.duration", "metrics"), ("api/conversations/{id}/audio", "metrics"),
            ("http.client.request.duration", "metrics"), ("voicebot.sync.duration", "metrics"), ("elevenlabs_key_refused", "metrics"),
            ("db.client.operation.duration", "metrics"), ("sqlite", "metrics"), ("voicebot.sync.open", "metrics"),
            ("voicebot.problems", "metrics"), ("Synchronisation {RunId} ({SyncType}) started.", "logs"), ("voicebot-dashboard", "logs"),
        })
            Assert.True(receiver.Holds(told, path), $"{told} in {path}");
        string[] leaked = [.. Private.Append(data).Where(text => receiver.Holds(text))];
        Assert.Empty(leaked);
    }

    /// <summary>Nothing is loaded while nobody wants any.</summary>
    [Fact]
    public async Task Start_NothingWanted_LoadsNoneOfTheLibraries()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What a process has loaded is read from /proc.");
        using var folder = new TemporaryFolder();
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var vendor = await VendorSimulator.StartAsync();
        using (var without = await ProductProcess.StartAsync(vendor, folder.FullPath))
            Assert.DoesNotContain("OpenTelemetry", Loaded(without), StringComparison.Ordinal);

        using var with = await ProductProcess.StartAsync(vendor.Url, folder.FullPath, VendorSimulator.Key,
            [.. receiver.Variables.Select(one => (one.Key, one.Value!))]);

        Assert.Contains("OpenTelemetry", Loaded(with), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317", "http://localhost:4318")]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "file:///tmp/secret-token", "http://localhost:4318")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "secret-token", "that the portal shows")]
    public async Task Start_AddressThatIsNone_SaysWhatItShouldBe(string name, string value, string told)
    {
        var refused = await Assert.ThrowsAsync<InvalidConfigurationException>(() => VoicebotServer.StartAsync(
            new VoicebotServerSetup { More = new Dictionary<string, string?> { [name] = value } }));

        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-token", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://api.elevenlabs.io/v1/convai/conversations?agent_id=a&cursor=b", "/v1/convai/conversations")]
    [InlineData("https://api.elevenlabs.io/v1/convai/conversations/conv_1", "/v1/convai/conversations/{id}")]
    [InlineData("https://api.elevenlabs.io/v1/convai/conversations/conv_1/audio", "/v1/convai/conversations/{id}/audio")]
    [InlineData("https://api.elevenlabs.io/v1/convai/agents/agent_1?x=1", "/v1/convai/agents/{id}")]
    [InlineData(null, "")]
    public void TemplateOf_Address_HasNoIdAndNoQuery(string? address, string template) =>
        Assert.Equal(template, MeasuredVendorCall.TemplateOf(address is null ? null : new Uri(address)));

    private static async Task<VendorSimulator> StartVendorAsync()
    {
        var vendor = await VendorSimulator.StartAsync(
            new ConversationBuilder("conv_private", "agent_private").At("2026-10-05T10:00:00Z")
                .PhoneCall("inbound", "+48221000001", Person).Says("user", $"{Word}, mój numer to 509 876 543")
                .Titled(Word, $"{Word} przesyłka"));
        vendor.Agents = [("agent_private", "Pani Halina")];
        vendor.Recordings["conv_private"] = new byte[1000];
        return vendor;
    }

    private static async Task UseAsync(VoicebotServer server)
    {
        foreach (var path in new[]
        {
            "api/kpis", $"api/conversations?phone={Uri.EscapeDataString(Person)}&search={Uri.EscapeDataString(Word)}",
            "api/conversations/conv_private", "api/conversations/conv_private/audio", "api/conversations/conv_private/others",
            $"api/person-data?phone={Uri.EscapeDataString(Person)}", $"api/{Word}/{Uri.EscapeDataString(Person)}", "api/export-csv",
            "api/export-xlsx", $"{Word}.html", "api/health",
        })
            (await server.Http.GetAsync(path)).Dispose();
        using (var request = new HttpRequestMessage(new HttpMethod("STRANGERSMETHOD"), $"api/kpis?{Word}"))
            (await server.Http.SendAsync(request)).Dispose();
        using (var stranger = server.NewClient())
        {
            stranger.DefaultRequestHeaders.Authorization = new("Bearer", "a-wrong-access-key");
            (await stranger.GetAsync("api/kpis")).Dispose();
            (await stranger.PostJsonAsync("api/session", new { access_key = "a-wrong-access-key" })).Dispose();
        }
        (await server.Http.PostAsync("api/archive?month=2026-10", null)).Dispose();
        await (await server.Http.PostJsonAsync("api/erase", new { phone = Person })).JsonAsync();
    }

    private static string Loaded(ProductProcess product) => File.ReadAllText($"/proc/{product.Id}/maps");
}
