using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Security;

/// <summary>The product with limits that a test can wait for; that its own are longer is asserted elsewhere.</summary>
public sealed class ImpatientServer : IAsyncLifetime
{
    private VoicebotServer? server;

    public VoicebotServer Server => server!;

    public async ValueTask InitializeAsync() => server = await VoicebotServer.StartAsync(new VoicebotServerSetup
    {
        Replace = services => services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(1);
            // Kestrel takes no grace as short as its heart beat of a second.
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(1_000, TimeSpan.FromSeconds(1.1));
        }),
    });

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
    }
}
