namespace Voicebot.Core.Settings;

/// <summary>
/// What a key or secret of ElevenLabs can look like: something that can stand in an HTTP header, and nothing that was copied along with
/// it.
/// </summary>
public static class SecretRule
{
    public const string Rule = "should be copied as ElevenLabs shows it, on one line, without spaces, quotes or special characters";
    public const string Stored = "must be copied as ElevenLabs shows it, on one line, without spaces, quotes or special characters";

    public static bool IsGood(string secret) => secret.All(sign => sign is > ' ' and < '\x7f' and not ('"' or '\'' or '`'));
}
