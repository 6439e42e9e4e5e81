using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Voicebot.Tests.Support;

/// <summary>
/// Stands before a PostgreSQL server that asks nobody for a password, and asks for one in its place: in clear text, as Azure asks for a
/// token. What comes after the right one goes through as it is.
/// </summary>
internal sealed class PasswordGate : IDisposable
{
    private const int PlainStart = 3 << 16;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> open = [];
    private readonly string host;
    private readonly int port;
    private readonly Func<string, bool> isRight;

    public PasswordGate(string host, int port, Func<string, bool> isRight)
    {
        (this.host, this.port, this.isRight) = (host, port, isRight);
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The passwords that were offered, in their order.</summary>
    public ConcurrentQueue<string> Offered { get; } = new();

    public void Dispose()
    {
        listener.Dispose();
        foreach (var client in open)
            client.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                open.Add(client);
                _ = LetInAsync(client);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It is closed now.
        }
    }

    private async Task LetInAsync(TcpClient client)
    {
        try
        {
            var stream = client.GetStream();
            byte[] start;
            while (BinaryPrimitives.ReadInt32BigEndian(start = await MessageAsync(stream)) != PlainStart)
                await stream.WriteAsync("N"u8.ToArray()); // no encryption here
            await stream.WriteAsync((byte[])[(byte)'R', .. Number(8), .. Number(3)]);
            await stream.ReadExactlyAsync(new byte[1]);
            var password = Encoding.UTF8.GetString(await MessageAsync(stream)).TrimEnd('\0');
            Offered.Enqueue(password);
            if (!isRight(password))
            {
                var refusal = Encoding.UTF8.GetBytes("SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed\0\0");
                await stream.WriteAsync((byte[])[(byte)'E', .. Number(refusal.Length + 4), .. refusal]);
                client.Dispose();
                return;
            }
            var server = new TcpClient();
            open.Add(server);
            await server.ConnectAsync(host, port);
            await server.GetStream().WriteAsync((byte[])[.. Number(start.Length + 4), .. start]);
            await Task.WhenAny(stream.CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(stream));
            server.Dispose();
            client.Dispose();
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException
            or InvalidOperationException)
        {
            client.Dispose();
        }
    }

    private static async Task<byte[]> MessageAsync(Stream stream)
    {
        var length = new byte[4];
        await stream.ReadExactlyAsync(length);
        var message = new byte[BinaryPrimitives.ReadInt32BigEndian(length) - 4];
        await stream.ReadExactlyAsync(message);
        return message;
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
