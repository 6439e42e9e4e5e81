using Polly;
using Polly.CircuitBreaker;

namespace Voicebot.Core.ElevenLabs;

/// <summary>Makes clients for a connection. Retries, circuit and concurrency are shared by all of them.</summary>
public sealed class ElevenLabsClients
{
    /// <summary>Name of the HTTP client in the factory; tests and the demo replace its primary handler.</summary>
    public const string HttpClientName = "elevenlabs";

    private readonly IHttpClientFactory factory;
    private readonly ElevenLabsOptions options;
    private readonly TimeProvider clock;
    private readonly CircuitBreakerStateProvider circuit = new();
    private readonly ResiliencePipeline pipeline;
    private readonly ResiliencePipeline single;

    public ElevenLabsClients(IHttpClientFactory factory, ElevenLabsOptions options, TimeProvider clock)
    {
        this.factory = factory;
        this.options = options;
        this.clock = clock;
        Concurrency = new AdaptiveConcurrency(options.StartConcurrency, options.MaxConcurrency, clock);
        pipeline = ElevenLabsPipeline.Create(options, Concurrency, circuit, clock);
        single = ElevenLabsPipeline.CreateSingle(options, clock);
    }

    public AdaptiveConcurrency Concurrency { get; }

    /// <summary>True while requests are held back because the vendor kept failing.</summary>
    public bool CircuitIsOpen => circuit.CircuitState is CircuitState.Open or CircuitState.Isolated;

    public ElevenLabsClient For(ElevenLabsConnection connection) =>
        new(factory.CreateClient(HttpClientName), connection, pipeline, single, Concurrency, clock, options);
}
