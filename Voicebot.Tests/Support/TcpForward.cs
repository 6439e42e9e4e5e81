using System.Net;
using System.Net.Sockets;

namespace Voicebot.Tests.Support;

/// <summary>A port that leads to another one, and can be away for a while.</summary>
internal sealed class TcpForward : IDisposable
{
    private readonly string host;
    private readonly int port;
    private readonly List<TcpClient> open = [];
    private readonly Lock gate = new();
    private TcpListener? listener;

    public TcpForward(string host, int port)
    {
        (this.host, this.port) = (host, port);
        ComeBack();
        Port = ((IPEndPoint)listener!.LocalEndpoint).Port;
    }

    public int Port { get; private set; }

    /// <summary>Ends what is open and refuses what comes.</summary>
    public void GoAway()
    {
        lock (gate)
        {
            listener?.Dispose();
            listener = null;
            foreach (var client in open)
                client.Dispose();
            open.Clear();
        }
    }

    public void ComeBack()
    {
        lock (gate)
        {
            listener = new TcpListener(IPAddress.Loopback, Port);
            listener.Start();
            _ = AcceptAsync(listener);
        }
    }

    public void Dispose() => GoAway();

    private async Task AcceptAsync(TcpListener current)
    {
        try
        {
            while (true)
            {
                var client = await current.AcceptTcpClientAsync();
                var server = new TcpClient();
                await server.ConnectAsync(host, port);
                lock (gate)
                    open.AddRange([client, server]);
                _ = PipeAsync(client, server);
                _ = PipeAsync(server, client);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It is away now.
        }
    }

    private static async Task PipeAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
            to.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or SocketException
            or InvalidOperationException)
        {
            to.Dispose();
        }
    }
}
