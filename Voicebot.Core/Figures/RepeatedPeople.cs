namespace Voicebot.Core.Figures;

/// <summary>People, by their number, who are there with at least two conversations.</summary>
/// <param name="Numbers">How many numbers.</param>
/// <param name="Conversations">All of theirs.</param>
public readonly record struct RepeatedPeople(long Numbers, long Conversations)
{
    /// <param name="counts">How many conversations each person has.</param>
    public static RepeatedPeople Of(IEnumerable<long> counts)
    {
        var (numbers, conversations) = (0L, 0L);
        foreach (var count in counts)
            if (count > 1)
            {
                numbers++;
                conversations += count;
            }
        return new RepeatedPeople(numbers, conversations);
    }
}
