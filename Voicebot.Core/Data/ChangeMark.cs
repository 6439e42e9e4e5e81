namespace Voicebot.Core.Data;

/// <summary>A state of the conversations.</summary>
/// <param name="State">Another number after every change.</param>
/// <param name="Next">What is not in this state yet stands at this place of the log, or after it.</param>
internal readonly record struct ChangeMark(long State, long Next);
