namespace Voicebot.Core.Demo;

/// <summary>
/// SplitMix64: the same seed gives the same numbers on every machine and .NET version.
/// System.Random and string.GetHashCode promise neither, and demo conversations must never change.
/// </summary>
internal sealed class StableRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>FNV-1a over UTF-16 code units, 64 bits, finished with a mix so that near strings end far apart.</summary>
    public static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in text)
            hash = (hash ^ character) * 1099511628211UL;
        return Mix(hash);
    }

    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }

    public ulong NextBits() => Mix(_state += 0x9E3779B97F4A7C15UL);

    /// <summary>In [0, 1).</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>In [0, <paramref name="count"/>).</summary>
    public int Next(int count) => (int)(((UInt128)NextBits() * (ulong)count) >> 64);

    /// <summary>Both ends included.</summary>
    public int Between(int lowest, int highest) => lowest + Next(highest - lowest + 1);

    public double Between(double lowest, double highest) => lowest + (highest - lowest) * NextDouble();

    public bool Chance(double probability) => NextDouble() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>Standard normal, near enough: the sum of twelve uniform draws less six; within ±6.</summary>
    public double NextNormal()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
            sum += NextDouble();
        return sum;
    }

    /// <summary>The index of a weight, drawn in proportion; weights below zero count as zero.</summary>
    public int Weighted(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
            total += Math.Max(0, weight);
        var mark = NextDouble() * total;
        for (var i = 0; i < weights.Length; i++)
        {
            mark -= Math.Max(0, weights[i]);
            if (mark < 0)
                return i;
        }
        return weights.Length - 1;
    }
}
