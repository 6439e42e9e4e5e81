namespace Voicebot.Core.Settings;

/// <summary>How far back people are looked for whom nobody has reached, and when one who did not answer comes back.</summary>
public static class CallbackRule
{
    public const int DefaultDays = 14;
    public const int MaxDays = 90;
    public const int DefaultPauseHours = 4;
    public const int MaxPauseHours = 168;
}
