using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using Voicebot.Core.Telemetry;

namespace Voicebot.Core.ElevenLabs;

/// <summary>
/// Retries, time-outs and the circuit breaker around one call: total time-out → retries → circuit breaker → attempt time-out.
/// It wraps the reading of the body too, so that a connection that breaks in the middle of an answer is tried again.
/// </summary>
public static class ElevenLabsPipeline
{
    public static ResiliencePipeline Create(ElevenLabsOptions options, AdaptiveConcurrency concurrency,
        CircuitBreakerStateProvider circuit,
        TimeProvider clock) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddTimeout(options.TotalTimeout)
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.FirstPause,
                MaxDelay = options.LongestPause,
                ShouldHandle = arguments => ValueTask.FromResult(IsTransient(arguments.Outcome.Exception)),
                DelayGenerator = arguments => ValueTask.FromResult(Asked(arguments.Outcome.Exception, options)),
                OnRetry = arguments =>
                {
                    if (arguments.Outcome.Exception is ElevenLabsException { Kind: ElevenLabsErrorKind.RateLimited })
                        concurrency.Throttled();
                    MeasuredVendorCall.WaitsToRetry(arguments.RetryDelay, KindOf(arguments.Outcome.Exception));
                    return default;
                },
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                StateProvider = circuit,
                FailureRatio = 0.9,
                MinimumThroughput = options.CircuitThroughput,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = options.CircuitBreak,
                // Being asked to slow down, or one unreadable document, says nothing against the service.
                ShouldHandle = arguments => ValueTask.FromResult(IsOutage(arguments.Outcome.Exception)),
            })
            .AddTimeout(options.AttemptTimeout)
            .Build();

    /// <summary>
    /// One attempt with a time-out of its own: its failure is nobody else's, so it neither opens the circuit nor waits for it.
    /// </summary>
    public static ResiliencePipeline CreateSingle(ElevenLabsOptions options, TimeProvider clock) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }.AddTimeout(options.SingleTimeout).Build();

    private static string KindOf(Exception? exception) =>
        exception is ElevenLabsException error ? error.Kind.ToString() : exception?.GetType().Name ?? "";

    private static bool IsTransient(Exception? exception) => exception switch
    {
        ElevenLabsException error => error.IsTransient,
        _ when ForeignAnswers.IsUntrusted(exception) => false, // it is the same a second later
        _ => IsOutage(exception) || exception is BrokenCircuitException,
    };

    private static bool IsOutage(Exception? exception) => exception is
        ElevenLabsException { IsOutage: true } or HttpRequestException or IOException or TimeoutRejectedException;

    /// <summary>What Retry-After asks for, within bounds; null lets the back-off decide.</summary>
    private static TimeSpan? Asked(Exception? exception, ElevenLabsOptions options) =>
        exception is ElevenLabsException { RetryAfter: { } pause } ? (pause < options.LongestPause ? pause : options.LongestPause) : null;
}
