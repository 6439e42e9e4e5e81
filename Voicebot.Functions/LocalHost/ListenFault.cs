namespace Voicebot.Functions.LocalHost;

/// <summary>Why one cannot listen on an address.</summary>
/// <param name="IsMissing">The computer has no such address; else it is the port that cannot be had.</param>
/// <param name="Sentence">For people: what it is, and what to do.</param>
public sealed record ListenFault(bool IsMissing, string Sentence);
