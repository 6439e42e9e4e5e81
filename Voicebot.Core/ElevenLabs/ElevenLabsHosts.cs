namespace Voicebot.Core.ElevenLabs;

/// <summary>The hosts that the key may be sent to. Each residency region is a workspace with a key of its own.</summary>
public static class ElevenLabsHosts
{
    public const string Global = "https://api.elevenlabs.io";

    public static IReadOnlyList<string> Known { get; } =
    [
        Global,
        "https://api.us.elevenlabs.io",
        "https://api.eu.residency.elevenlabs.io",
        "https://api.in.residency.elevenlabs.io",
        "https://api.sg.residency.elevenlabs.io",
    ];

    /// <summary>True for an address of the vendor, false for a stand-in on this computer.</summary>
    public static bool IsVendor(Uri address) => Known.Any(known => new Uri(known) == address);

    /// <summary>A known host over HTTPS, or a loopback address for tests; without path, query or user. Null when it is none.</summary>
    public static Uri? Accept(string text) => Accept(text, loopback: true);

    /// <param name="loopback">False where the address of this computer would let others reach its other services.</param>
    public static Uri? Accept(string text, bool loopback)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0
            || uri.Fragment.Length > 0)
            return null;
        if (loopback && uri.IsLoopback && uri.Scheme is ("http" or "https"))
            return uri;
        return IsVendor(uri) ? uri : null;
    }
}
