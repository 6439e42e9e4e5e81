namespace Voicebot.Core.Copying;

public enum CopyStep
{
    /// <summary>Rows are read and stored.</summary>
    Copying,

    /// <summary>The stored rows are read again and compared.</summary>
    Checking,
}
