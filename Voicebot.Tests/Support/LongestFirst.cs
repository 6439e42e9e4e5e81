using Voicebot.Tests.Browser;
using Voicebot.Tests.Faults;
using Voicebot.Tests.Privacy;
using Voicebot.Tests.Support;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Voicebot.Tests.Support;

/// <summary>Collections run beside one another, so the longest must not be the last that begin.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest =
        [BrowserCollection.Name, SecondBrowserCollection.Name, ThirdBrowserCollection.Name, nameof(KilledErasureTests),
            nameof(HostileVendorMemoryTests), nameof(KilledProcessTests)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : Xunit.Sdk.ITestCollection =>
        [.. testCollections.OrderBy(collection => Rank(collection.TestCollectionDisplayName))];

    private static int Rank(string name)
    {
        var rank = Array.FindIndex(Longest, longest => name == longest || name.EndsWith($".{longest}", StringComparison.Ordinal)
            || name.Contains($".{longest} (", StringComparison.Ordinal));
        return rank < 0 ? Longest.Length : rank;
    }
}
