namespace Voicebot.Core.Alerts;

/// <summary>What stands in the way at this moment and is more than advice; health tells it.</summary>
public delegate IReadOnlyList<ProgramProblem> ProblemsNow();

/// <summary>Something that stands in the way.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Detail">English: what happened and what to do; nothing private is in it.</param>
/// <param name="AgentId">The agent that it concerns; null when it concerns all, or several.</param>
public sealed record ProgramProblem(string Code, string Detail, string? AgentId);
