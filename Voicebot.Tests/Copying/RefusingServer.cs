using System.Net;
using System.Net.Sockets;

namespace Voicebot.Tests.Copying;

/// <summary>A server that knows nobody's password; one of the tests may trust everybody.</summary>
internal sealed class RefusingServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public RefusingServer()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                var stream = client.GetStream();
                var begin = new byte[1024];
                while (await stream.ReadAtLeastAsync(begin, 8, throwOnEndOfStream: false) is >= 8 and var length)
                    if (length == 8)
                        await stream.WriteAsync("N"u8.ToArray()); // it was asked for encryption
                    else
                        await stream.WriteAsync(Refusal());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }

    private static byte[] Refusal()
    {
        var fields = "SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed for user \"v\"\0\0"u8;
        var length = BitConverter.GetBytes(IPAddress.HostToNetworkOrder(sizeof(int) + fields.Length));
        return [(byte)'E', .. length, .. fields];
    }
}
