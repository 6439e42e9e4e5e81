using System.Text;

namespace Voicebot.Benchmarks.Filling;

/// <summary>Sentences that look like speech to an index: frequent words are frequent, rare ones rare.</summary>
public sealed class SampleText(int seed)
{
    private static readonly string[] Vocabulary = Words();
    private readonly Random random = new(seed);

    /// <summary>About so many characters, ending with a whole word.</summary>
    public string Of(int length)
    {
        var text = new StringBuilder(length + 16);
        while (text.Length < length)
        {
            if (text.Length > 0)
                text.Append(' ');
            // The cube makes the first words of the vocabulary the common ones.
            text.Append(Vocabulary[(int)(Math.Pow(random.NextDouble(), 3) * Vocabulary.Length)]);
        }
        return text.ToString();
    }

    private static string[] Words()
    {
        string[] syllables =
            ["za", "po", "wie", "dzia", "kar", "ta", "nie", "mo", "ry", "żó", "łw", "ka", "lo", "ner", "ser", "vice", "call", "in", "to",
            "be", "re", "con", "ta", "ct", "ość", "anie", "ą", "ę", "ing"];
        var random = new Random(20_000);
        return [.. Enumerable.Range(0, 20_000)
            .Select(_ => string.Concat(Enumerable.Range(0, 2 + random.Next(3)).Select(_ => syllables[random.Next(syllables.Length)])))
            .Distinct()];
    }
}
