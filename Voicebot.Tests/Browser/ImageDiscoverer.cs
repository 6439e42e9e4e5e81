using Xunit.Sdk;
using Xunit.v3;

namespace Voicebot.Tests.Browser;

/// <summary>Finds the images only where a folder for them was named.</summary>
public sealed class ImageDiscoverer : TheoryDiscoverer
{
    public override ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute) =>
        ImageFolder.Asked is null ? new([]) : base.Discover(discoveryOptions, testMethod, factAttribute);
}
