namespace Voicebot.Core.Reviews;

/// <summary>A conversation that rules are asked about.</summary>
/// <param name="BeganAt">Unix seconds; where the start is not known, when it was first seen.</param>
internal sealed record ReviewCandidate(long Id, string AgentId, long BeganAt);
