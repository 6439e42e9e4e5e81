using Voicebot.Core.ElevenLabs;

namespace Voicebot.Tests.Support;

/// <summary>The product's client on a real socket, without the rest of the product.</summary>
public sealed class VendorClient : IHttpClientFactory, IDisposable
{
    private readonly SocketsHttpHandler handler = ElevenLabsHandler.Create();

    public VendorClient(VendorSimulator vendor, ElevenLabsOptions? options = null, TimeProvider? clock = null,
        string key = VendorSimulator.Key) : this(vendor.Url, options, clock, key)
    {
    }

    public VendorClient(Uri vendor, ElevenLabsOptions? options = null, TimeProvider? clock = null, string key = VendorSimulator.Key)
    {
        Clients = new ElevenLabsClients(this, options ?? Quick, clock ?? TimeProvider.System);
        Client = Clients.For(new ElevenLabsConnection(vendor, key));
    }

    /// <summary>Three retries with hardly a pause.</summary>
    public static ElevenLabsOptions Quick { get; } =
        new() { FirstPause = TimeSpan.FromMilliseconds(1), LongestPause = TimeSpan.FromMilliseconds(2), Retries = 3 };

    public ElevenLabsClients Clients { get; }
    public ElevenLabsClient Client { get; }

    public Task<ConversationDetail> GetAsync(string id = "conv_1") => Client.GetConversationAsync(id, CancellationToken.None);

    public async Task<ElevenLabsException> FailAsync(string id = "conv_1") =>
        await Assert.ThrowsAsync<ElevenLabsException>(() => GetAsync(id));

    public HttpClient CreateClient(string name) => new(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    public void Dispose() => handler.Dispose();
}
