namespace Voicebot.Core.Notes;

/// <summary>The note cannot be stored.</summary>
public sealed class NoteRefusedException(NoteRefusal refusal) : Exception($"The note was refused: {refusal}.")
{
    public NoteRefusal Refusal => refusal;
}
