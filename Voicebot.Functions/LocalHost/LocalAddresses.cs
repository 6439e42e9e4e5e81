using System.Net;
using System.Net.Sockets;

namespace Voicebot.Functions.LocalHost;

/// <summary>Where the local host listens.</summary>
public static class LocalAddresses
{
    /// <summary>
    /// The address that was asked for, first. A name of this computer means either loopback address, by the browser's choice, so both
    /// are served where the computer has both; a port that the system chooses is one of the first address only.
    /// </summary>
    public static IReadOnlyList<IPAddress> For(IPAddress asked, int port) =>
        port != 0 && Other(asked) is { } other && FaultOf(other, port) is not { IsMissing: true } ? [asked, other] : [asked];

    /// <summary>
    /// Why one cannot listen on them all; null when one can. Asked before the server tries, which would log its failure as an error of the
    /// program.
    /// </summary>
    public static ListenFault? FaultOf(IReadOnlyList<IPAddress> addresses, int port) =>
        addresses.Select(address => FaultOf(address, port)).FirstOrDefault(fault => fault is not null);

    private static IPAddress? Other(IPAddress address) =>
        address.Equals(IPAddress.Loopback) ? IPAddress.IPv6Loopback : address.Equals(IPAddress.IPv6Loopback) ? IPAddress.Loopback : null;

    private static ListenFault? FaultOf(IPAddress address, int port)
    {
        try
        {
            using var probe = new TcpListener(address, port);
            probe.Start();
            return null;
        }
        catch (SocketException exception)
        {
            var missing = exception.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported
                or SocketError.ProtocolNotSupported
                or SocketError.ProtocolFamilyNotSupported or SocketError.OperationNotSupported;
            return new ListenFault(missing, missing
                ? $"This computer has no address {address} to listen on; --host needs one of its own."
                : $"Port {port} cannot be used: {exception.Message.TrimEnd('.')}. Stop the program that holds it, or start with --port "
                    + $"and another number.");
        }
    }
}
