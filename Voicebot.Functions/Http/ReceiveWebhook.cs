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
public sealed class ReceiveWebhook(VoicebotSettings settings, WebhookSpool spool, WebhookIntake intake, TimeProvider clock)
{
    private const string RetryAfterSeconds = "10";

    [Function(nameof(ReceiveWebhook))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/webhooks/elevenlabs")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        if (settings.Current.WebhookSecret is not { } secret)
            return new Problem(StatusCodes.Status404NotFound, "webhooks_off",
                "Webhooks are off. Enter the webhook's secret in the settings first.").ToResult();
        using var signature = SignatureCheck.Begin(request.Headers[WebhookSignature.HeaderName], secret);
        if (signature is null)
            return Refusal(SignatureVerdict.Wrong)!.ToResult(); // without reading what a stranger sends
        var gone = request.HttpContext.RequestAborted;
        await using var body = await spool.EnterAsync(gone);
        if (body is null)
            return Busy(request);
        await BodyReader.ReadAsync(request, BodyLimits.MostOfWebhook, bytes =>
        {
            signature.Append(bytes.Span);
            return body.AppendAsync(bytes);
        });
        if (Refusal(signature.End(clock.GetUtcNow())) is { } refusal)
            return refusal.ToResult();
        body.Leave();
        try
        {
            var outcome = await intake.TakeAsync(() => body.ReadAllAsync(gone), gone);
            return ApiJson.Ok(new WebhookResponse(outcome.ToString().ToLowerInvariant()));
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return Problem.BadParameters([new ParameterError("body", $"The event cannot be read: {ForeignText.Clean(exception.Message)}")],
                "invalid_json").ToResult();
        }
    }

    private static IResult Busy(HttpRequest request)
    {
        request.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
        return new Problem(StatusCodes.Status503ServiceUnavailable, "webhooks_busy",
            $"Too many webhooks arrive at once. Send this one again in {RetryAfterSeconds} seconds.").ToResult();
    }

    private static Problem? Refusal(SignatureVerdict verdict) => verdict switch
    {
        SignatureVerdict.Good => null,
        SignatureVerdict.TooOld =>
            new Problem(StatusCodes.Status401Unauthorized, "signature_too_old",
            "The signature is older than 30 minutes. If it is not a replay, check this computer's clock."),
        SignatureVerdict.FromFuture =>
            new Problem(StatusCodes.Status401Unauthorized, "signature_from_future",
            "The signature is of a time more than 5 minutes ahead. Check this computer's clock."),
        _ =>
            new Problem(StatusCodes.Status401Unauthorized, "signature_wrong",
            "The signature does not match. Check that the secret in the settings is the one of this webhook."),
    };
}
