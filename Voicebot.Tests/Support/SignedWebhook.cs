using System.Security.Cryptography;
using System.Text;

namespace Voicebot.Tests.Support;

/// <summary>Post-call webhooks as the vendor signs them; written down anew here, so that no name or form is the product's own.</summary>
public static class SignedWebhook
{
    public const string Path = "api/webhooks/elevenlabs";
    public const string Secret = "wsec_0123456789abcdef";

    /// <param name="age">How long ago it was signed, by the server's clock.</param>
    public static Task<HttpResponseMessage> PostAsync(VoicebotServer server, string body, string secret = Secret,
        TimeSpan age = default) =>
        PostAsync(server, Encoding.UTF8.GetBytes(body), secret, age);

    public static Task<HttpResponseMessage> PostAsync(VoicebotServer server, byte[] body, string secret = Secret,
        TimeSpan age = default) =>
        PostAsync(server.Http, (TimeProvider)server.Services.GetService(typeof(TimeProvider))!, body, secret, age);

    public static Task<HttpResponseMessage> PostAsync(HttpClient http, TimeProvider clock, byte[] body, string secret = Secret,
        TimeSpan age = default)
    {
        var time = $"{(clock.GetUtcNow() - age).ToUnixTimeSeconds()}";
        byte[] signed = [.. Encoding.UTF8.GetBytes(time + "."), .. body];
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed);
        var content = new ByteArrayContent(body);
        content.Headers.Add("ElevenLabs-Signature", $"t={time},v0={Convert.ToHexStringLower(signature)}");
        return http.PostAsync(Path, content);
    }
}
