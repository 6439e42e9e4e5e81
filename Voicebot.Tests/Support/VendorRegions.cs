using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Voicebot.Core.ElevenLabs;

namespace Voicebot.Tests.Support;

/// <summary>The vendor's regions by address, each a simulator with a key of its own; what has none cannot be reached.</summary>
public sealed class VendorRegions(params (string Address, VendorSimulator Vendor)[] regions)
{
    public const string Global = "https://api.elevenlabs.io";
    public const string Europe = "https://api.eu.residency.elevenlabs.io";

    /// <summary>Every address that was asked, with the key that was sent there.</summary>
    public ConcurrentQueue<(string Address, string Key)> Asked { get; } = new();

    /// <summary>A server that chooses its region itself.</summary>
    public VoicebotServerSetup Setup => new()
    {
        ApiKey = null,
        Agents = [],
        More = new Dictionary<string, string?> { ["ELEVENLABS_BASE_URL"] = null },
        Replace = services => services.AddHttpClient(ElevenLabsClients.HttpClientName)
            .ConfigurePrimaryHttpMessageHandler(() => new Handler(this)),
    };

    private VendorSimulator? At(string address) => regions.FirstOrDefault(region => region.Address == address).Vendor;

    private sealed class Handler(VendorRegions regions) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var address = request.RequestUri!.GetLeftPart(UriPartial.Authority);
            regions.Asked.Enqueue((address, request.Headers.GetValues("xi-api-key").Single()));
            if (regions.At(address) is not { } vendor)
                throw new HttpRequestException(HttpRequestError.ConnectionError, "Nobody is there.", statusCode: (HttpStatusCode?)null);
            request.RequestUri = new Uri(vendor.Url, request.RequestUri.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
