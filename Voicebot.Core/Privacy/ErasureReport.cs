namespace Voicebot.Core.Privacy;

/// <summary>What went, or with a dry run what would go.</summary>
/// <param name="Documents">Conversations among them whose details had been read.</param>
/// <param name="ArchivesRewritten">Archived CSV files that held rows of them.</param>
/// <param name="CopiesLeft">Copies of the whole database, from before schema changes and restores, that may still hold them: names of files in the data folder, to be deleted by hand when they are not needed.</param>
public sealed record ErasureReport(bool DryRun, int Conversations, int Documents, int ArchivesRewritten, long ArchiveRows, IReadOnlyList<string> CopiesLeft);
