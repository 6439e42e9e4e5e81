using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Voicebot.Functions.Routing;

namespace Voicebot.Functions.LocalHost;

/// <summary>What a stranger can make the web server keep: connections, buffers, time.</summary>
internal static class ServerLimits
{
    private const int MaxHeaderBytes = 16 * 1024;
    private const int MaxBufferBytes = 2 * MaxHeaderBytes;
    private const int MinBytesPerSecond = 1_000;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>Listens, each connection within the room that all share.</summary>
    public static void ListenWithin(this KestrelServerOptions kestrel, IPAddress address, int port, ConnectionRoom room) =>
        kestrel.Listen(address, port, listen => listen.Use(next => connection => room.PassAsync(connection, next)));

    /// <summary>
    /// The socket keeps what has arrived and was not asked for yet: a megabyte a connection, if it is not told otherwise.
    /// </summary>
    public static void Apply(SocketTransportOptions sockets) => sockets.MaxReadBufferSize = MaxBufferBytes;

    public static void Apply(KestrelServerLimits limits)
    {
        limits.MaxRequestBodySize = BodyLimits.MostOfWebhook + 1; // all others are cut earlier
        limits.MaxConcurrentConnections = null; // the room of connections counts them
        limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
        limits.MaxRequestBufferSize = MaxBufferBytes;
        // Whoever sends his headers or body drop by drop, or takes his answer so, must not hold a connection for long.
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        limits.MinRequestBodyDataRate = new MinDataRate(MinBytesPerSecond, Grace);
        limits.MinResponseDataRate = new MinDataRate(MinBytesPerSecond, Grace);
    }
}
