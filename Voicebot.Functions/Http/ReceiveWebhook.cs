using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Settings;
using Voicebot.Core.Webhooks;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Routing;

namespace Voicebot.Functions.Http;

/// <summary>Takes post-call webhooks of ElevenLabs; off until a secret is set. 200 only when the event is stored.</summary>
public sealed class ReceiveWebhook(VoicebotSettings settings, WebhookIntake intake, TimeProvider clock)
{
    [Function(nameof(ReceiveWebhook))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/webhooks/elevenlabs")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        if (settings.Current.WebhookSecret is not { } secret)
            return new Problem(StatusCodes.Status404NotFound, "webhooks_off", "Webhooks are off. Enter the webhook's secret in the settings first.").ToResult();
        var body = await BodyReader.ReadBytesAsync(request, BodyLimits.MostOfWebhook);
        if (Refusal(WebhookSignature.Verify(request.Headers[WebhookSignature.HeaderName], body.Span, secret, clock.GetUtcNow())) is { } refusal)
            return refusal.ToResult();
        try
        {
            using var document = JsonDocument.Parse(body);
            return ApiJson.Ok(new WebhookResponse(intake.Store(document.RootElement.Clone()) ? "stored" : "ignored"));
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return Problem.BadParameters([new ParameterError("body", $"The event cannot be read: {ForeignText.Clean(exception.Message)}")], "invalid_json").ToResult();
        }
    }

    private static Problem? Refusal(SignatureVerdict verdict) => verdict switch
    {
        SignatureVerdict.Good => null,
        SignatureVerdict.TooOld => new Problem(StatusCodes.Status401Unauthorized, "signature_too_old", "The signature is older than 30 minutes. If it is not a replay, check this computer's clock."),
        _ => new Problem(StatusCodes.Status401Unauthorized, "signature_wrong", "The signature does not match. Check that the secret in the settings is the one of this webhook."),
    };
}
