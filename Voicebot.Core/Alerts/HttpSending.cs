using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Voicebot.Core.ElevenLabs;

namespace Voicebot.Core.Alerts;

/// <summary>
/// Posts a message to an address that somebody typed in: no redirects, ten seconds, and of the answer only its beginning is read.
/// </summary>
public sealed class HttpSending : IDisposable
{
    public const string SignatureHeader = "X-Voicebot-Signature";
    public const string DeliveryHeader = "X-Voicebot-Delivery";

    private const int MostAnswer = 4 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    private readonly HttpClient client;
    private readonly TimeProvider clock;

    public HttpSending(ChannelAddress addresses, TimeProvider clock)
    {
        this.clock = clock;
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false, // it would resolve names for us
            MaxResponseHeadersLength = 16,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = async (context, cancellation) => new NetworkStream(
                await addresses.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellation), ownsSocket: true),
        })
        { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <param name="delivery">The same for each attempt, so that the other side can tell repetitions.</param>
    /// <param name="secret">Signs time and body: <c>t=…,v1=…</c>, HMAC-SHA256 over <c>t.body</c> in hexadecimal; null for none.</param>
    public async Task<DeliveryOutcome> PostAsync(string url, string json, string delivery, string? secret, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
            return DeliveryOutcome.Never("The channel has no address; enter it again.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
            };
            request.Headers.Add(DeliveryHeader, delivery);
            if (secret is { Length: > 0 })
                request.Headers.Add(SignatureHeader, Signature(json, secret));
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            // What took the message may say what it likes, for as long as it likes.
            return response.IsSuccessStatusCode ? DeliveryOutcome.Delivered($"HTTP {(int)response.StatusCode}")
                : Refused(response, await BeginningAsync(response, limit.Token));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return DeliveryOutcome.Later("No answer within 10 seconds.");
        }
        catch (HttpRequestException failure) when (failure.GetBaseException() is ForbiddenAddressException)
        {
            return DeliveryOutcome.Never(Forbidden);
        }
        catch (HttpRequestException failure)
        {
            return DeliveryOutcome.Later(failure.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => "The name of this address is not known.",
                HttpRequestError.SecureConnectionError => "No secure connection: the certificate is not accepted.",
                HttpRequestError.ConnectionError => "Nobody answers at this address.",
                _ => "The connection broke off.",
            });
        }
        catch (IOException)
        {
            return DeliveryOutcome.Later("The connection broke off.");
        }
    }

    internal const string Forbidden =
        "This address lies inside a network, where alerts are not sent to. Set VOICEBOT_ALERT_TARGETS to anywhere if that is meant.";

    private DeliveryOutcome Refused(HttpResponseMessage response, string beginning)
    {
        var status = (int)response.StatusCode;
        var answer = $"HTTP {status}" + (beginning.Length > 0 ? $": {beginning}" : "");
        return status is 408 or 425 or 429 or >= 500 ? DeliveryOutcome.Later(answer, After(response)) : DeliveryOutcome.Never(answer);
    }

    private TimeSpan? After(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - clock.GetUtcNow() : null;
        return asked > LongestWait ? LongestWait : asked;
    }

    private static async Task<string> BeginningAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[MostAnswer];
        var read = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return ForeignText.Clean(Encoding.UTF8.GetString(buffer, 0, read), 150);
    }

    private string Signature(string body, string secret)
    {
        var time = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var sum = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}"));
        return $"t={time},v1={Convert.ToHexStringLower(sum)}";
    }

    public void Dispose() => client.Dispose();
}
