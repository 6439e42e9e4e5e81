namespace Voicebot.Core.Notes;

/// <summary>Why a note is not stored.</summary>
public enum NoteRefusal
{
    TooMany,
    ChangedMeanwhile,
}
