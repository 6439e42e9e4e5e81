namespace Voicebot.Functions.Security;

/// <summary>How people sign in.</summary>
public enum SignInMode
{
    /// <summary>Not at all: only this computer's users can reach the program.</summary>
    None,
    AccessKey,
    /// <summary>App Service Authentication; an access key may be there as well, for scripts.</summary>
    Platform,
}
