using System.Net;
using Microsoft.AspNetCore.Connections;
using Voicebot.Functions.Routing;

namespace Voicebot.Functions.LocalHost;

/// <summary>
/// Lets in so many connections, and makes room for a new one by closing the one that has waited longest: idle ones, however many,
/// keep nobody out.
/// </summary>
/// <param name="most">At the same time.</param>
/// <param name="mostOfOneAddress">Of a caller from elsewhere; on this computer a proxy may stand for everybody.</param>
public sealed class ConnectionRoom(int most = 1_000, int mostOfOneAddress = 200)
{
    private readonly Lock gate = new();
    private readonly HashSet<OpenConnection> open = [];
    private readonly Dictionary<string, int> perAddress = new(StringComparer.Ordinal);

    public async Task PassAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var address = (connection.RemoteEndPoint as IPEndPoint)?.Address;
        var own = new OpenConnection(CallerAddress.Of(address), () =>
            connection.Abort(new ConnectionAbortedException("Closed to make room for another connection.")));
        if (!TryEnter(own, isLocal: address is null || IPAddress.IsLoopback(address), out var leaves))
        {
            own.Close();
            return;
        }
        leaves?.Close();
        connection.Features.Set(own);
        try
        {
            await next(connection);
        }
        finally
        {
            lock (gate)
                Remove(own);
        }
    }

    /// <param name="leaves">The one to be closed in its place.</param>
    internal bool TryEnter(OpenConnection connection, bool isLocal, out OpenConnection? leaves)
    {
        lock (gate)
        {
            var isCrowd = !isLocal && perAddress.GetValueOrDefault(connection.Address) >= mostOfOneAddress;
            var isFull = open.Count >= most;
            leaves = null;
            if (isCrowd || isFull)
            {
                leaves = open.Where(one => one.IsWaiting && (!isCrowd || one.Address == connection.Address))
                    .MinBy(one => one.WaitingSince);
                if (leaves is null)
                    return false;
                Remove(leaves);
            }
            open.Add(connection);
            perAddress[connection.Address] = perAddress.GetValueOrDefault(connection.Address) + 1;
            return true;
        }
    }

    private void Remove(OpenConnection connection)
    {
        if (!open.Remove(connection))
            return;
        var left = perAddress[connection.Address] - 1;
        if (left == 0)
            perAddress.Remove(connection.Address);
        else
            perAddress[connection.Address] = left;
    }
}
