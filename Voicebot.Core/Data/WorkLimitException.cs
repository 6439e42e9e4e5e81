namespace Voicebot.Core.Data;

/// <summary>A question was given up because answering it takes too much work.</summary>
public sealed class WorkLimitException(Exception inner) : Exception("The question takes too much work.", inner);
