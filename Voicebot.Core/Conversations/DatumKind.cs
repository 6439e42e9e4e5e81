namespace Voicebot.Core.Conversations;

/// <summary>What a datum was collected as.</summary>
public enum DatumKind
{
    String,
    Number,
    Boolean,
    /// <summary>A text that is an ISO date, or date and time.</summary>
    Date,
    Array,
    Object,
}
