namespace Voicebot.Core.ElevenLabs;

/// <summary>Ids of the results of details that the list is to show with each conversation.</summary>
public sealed record ListedResults(IReadOnlyList<string> CriterionIds, IReadOnlyList<string> DatumIds)
{
    /// <summary>About what each id takes in the address besides itself.</summary>
    public const int NameLength = 26;

    public static ListedResults None { get; } = new([], []);

    public bool IsNone => CriterionIds.Count == 0 && DatumIds.Count == 0;
}
