using System.Net;
using System.Net.Sockets;

namespace Voicebot.Core.Alerts;

/// <summary>
/// Which computers a message may be sent to: those of the public internet, so that nobody reaches services of the network that the
/// program stands in through it. VOICEBOT_ALERT_TARGETS opens the rest, for a mail server of the company, say.
/// </summary>
public sealed class ChannelAddress(bool anywhere)
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "224.0.0.0/3", "::/127", "fc00::/7", "fe80::/9", "ff00::/8",
            // What carries an address of the old kind within it.
            "64:ff9b::/32", "2001::/32", "2002::/16",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    /// <summary>
    /// An address to post to, as far as it can be told from its writing: https, of no address within a network, and without a user.
    /// </summary>
    public bool Accepts(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.UserInfo.Length == 0 && !url.Any(char.IsControl)
        && (address.Scheme == Uri.UriSchemeHttps || anywhere && address.Scheme == Uri.UriSchemeHttp)
        && (anywhere || !address.IsLoopback && (!IPAddress.TryParse(address.Host.Trim('[', ']'), out var written) || IsPublic(written)));

    /// <summary>Connects to the first address of a name that answers, if none of them is forbidden.</summary>
    /// <exception cref="ForbiddenAddressException">One is.</exception>
    /// <exception cref="SocketException">The name is not known, or nobody answers.</exception>
    public async Task<Socket> ConnectAsync(string host, int port, CancellationToken cancellation)
    {
        var addresses = IPAddress.TryParse(host.Trim('[', ']'), out var written)
            ? [written] : await Dns.GetHostAddressesAsync(host, cancellation);
        if (!anywhere && !addresses.All(IsPublic))
            throw new ForbiddenAddressException(host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellation);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    internal static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !NotPublic.Any(network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }
}

/// <summary>The address lies inside a network, where messages are not sent to.</summary>
public sealed class ForbiddenAddressException(string host) : Exception($"{host} lies inside a network.");
