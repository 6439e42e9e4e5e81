namespace Voicebot.Functions.Security;

/// <summary>What a caller may do; a higher one includes the lower.</summary>
public enum Role
{
    /// <summary>Looks: no settings, no telephone numbers, no exports.</summary>
    Viewer,
    Owner,
}
