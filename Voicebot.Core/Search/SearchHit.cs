namespace Voicebot.Core.Search;

/// <summary>
/// Where the words of a search were found: the text around the first, cut into parts that are hits and parts that are not.
/// </summary>
/// <param name="Field">title, summary or transcript.</param>
/// <param name="Turn">Index of the turn in the transcript; null elsewhere.</param>
public sealed record SearchHit(string Field, int? Turn, IReadOnlyList<SearchHitPart> Parts);

public sealed record SearchHitPart(string Text, bool Hit);
