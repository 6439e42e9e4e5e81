namespace Voicebot.Core.ElevenLabs;

/// <summary>Where and as whom the vendor's API is called.</summary>
public sealed record ElevenLabsConnection(Uri BaseUrl, string ApiKey)
{
    /// <summary>Without the key, which must not get into a log by mistake.</summary>
    public override string ToString() => BaseUrl.ToString();
}
