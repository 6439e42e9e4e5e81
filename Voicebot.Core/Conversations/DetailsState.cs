namespace Voicebot.Core.Conversations;

/// <summary>Where the details of a conversation stand, as stored.</summary>
public static class DetailsState
{
    public const string Failed = "failed";
    public const string Missing = "missing";
}
