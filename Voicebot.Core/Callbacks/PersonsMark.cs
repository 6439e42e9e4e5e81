namespace Voicebot.Core.Callbacks;

/// <summary>A mark with whose it is.</summary>
/// <param name="Person">The hash of the whole number.</param>
/// <param name="StartTime">Of its conversation, in unix seconds.</param>
/// <param name="IsAsked">Its conversation is one of an agent that is asked for.</param>
internal readonly record struct PersonsMark(long Person, CallbackMark Mark, long StartTime, bool IsAsked);
