using System.Net;
using System.Net.Sockets;

namespace Voicebot.Functions.Routing;

/// <summary>The address that what one caller does is counted by.</summary>
public static class CallerAddress
{
    private const int NetworkBytes = 8;

    /// <summary>An IPv4 address in either form; of IPv6 the network (/64), in which one caller can have any number of addresses.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address))
            return address.ToString();
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes).ToString();
    }
}
