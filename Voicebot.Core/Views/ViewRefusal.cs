namespace Voicebot.Core.Views;

/// <summary>Why a view is not stored.</summary>
public enum ViewRefusal
{
    NameTaken,
    TooMany,
}
