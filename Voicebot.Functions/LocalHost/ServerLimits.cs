using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Voicebot.Functions.Routing;

namespace Voicebot.Functions.LocalHost;

/// <summary>What a stranger can make the web server keep: connections, buffers, time.</summary>
internal static class ServerLimits
{
    private const int MaxHeaderBytes = 16 * 1024;
    private const int MinBytesPerSecond = 1_000;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>Listens, and on this computer's two addresses where only it is to reach the program: browsers try ::1 for localhost first.</summary>
    public static void ListenWithin(this KestrelServerOptions kestrel, IPAddress address, int port, ConnectionRoom room)
    {
        void Bound(ListenOptions listen) => listen.Use(next => connection => room.PassAsync(connection, next));

        kestrel.Listen(address, port, Bound);
        if (Equals(address, IPAddress.Loopback) && port != 0 && IsFree(IPAddress.IPv6Loopback, port))
            kestrel.Listen(IPAddress.IPv6Loopback, port, Bound);
    }

    public static void Apply(KestrelServerLimits limits)
    {
        limits.MaxRequestBodySize = BodyLimits.MostOfWebhook + 1; // all others are cut earlier
        limits.MaxConcurrentConnections = null; // the room of connections counts them
        limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
        limits.MaxRequestBufferSize = 2 * MaxHeaderBytes;
        // Whoever sends his headers or body drop by drop, or takes his answer so, must not hold a connection for long.
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        limits.MinRequestBodyDataRate = new MinDataRate(MinBytesPerSecond, Grace);
        limits.MinResponseDataRate = new MinDataRate(MinBytesPerSecond, Grace);
    }

    private static bool IsFree(IPAddress address, int port)
    {
        if (!Socket.OSSupportsIPv6)
            return false;
        try
        {
            using var probe = new TcpListener(address, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false; // another program has it, or this computer has no such address
        }
    }
}
