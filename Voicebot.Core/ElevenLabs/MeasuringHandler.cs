using System.Net;
using Voicebot.Core.Telemetry;

namespace Voicebot.Core.ElevenLabs;

/// <summary>Tells of each attempt to ask the vendor, where somebody listens.</summary>
internal sealed class MeasuringHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (MeasuredVendorCall.Begin(request.RequestUri) is not { } measured)
            return await base.SendAsync(request, cancellationToken);
        HttpStatusCode? status = null;
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            status = response.StatusCode;
            return response;
        }
        finally
        {
            measured.End(status);
        }
    }
}
