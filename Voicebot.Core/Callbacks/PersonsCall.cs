namespace Voicebot.Core.Callbacks;

/// <summary>A conversation of somebody with a number that went well, failed or broke off.</summary>
/// <param name="Person">The hash of the whole number.</param>
/// <param name="Id">The row.</param>
/// <param name="StartTime">Unix seconds, as the end.</param>
/// <param name="IsAsked">It is one of an agent that is asked for.</param>
internal readonly record struct PersonsCall(long Person, long Id, long StartTime, long EndTime, bool Succeeded, bool IsAsked);
