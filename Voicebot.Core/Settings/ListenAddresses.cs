using System.Net;

namespace Voicebot.Core.Settings;

/// <summary>How the address to listen on is written.</summary>
public static class ListenAddresses
{
    public const string Rule = "an IP address of this computer, 0.0.0.0 for all of them, or localhost";

    public static IPAddress? Parse(string text) =>
        string.Equals(text, "localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
        // "7" would be read as 0.0.0.7.
        : text.AsSpan().IndexOfAny('.', ':') >= 0 && IPAddress.TryParse(text, out var address) ? address : null;
}
