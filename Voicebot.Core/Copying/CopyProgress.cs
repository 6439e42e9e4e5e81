namespace Voicebot.Core.Copying;

/// <summary>How far a copy is.</summary>
/// <param name="Step">What it is at.</param>
/// <param name="Part">A table, or what else is copied.</param>
/// <param name="Done">Rows.</param>
/// <param name="Total">Rows that there are.</param>
public sealed record CopyProgress(CopyStep Step, string Part, long Done, long Total);
