namespace Voicebot.Tests.Browser;

/// <summary>All tests of the page: one browser and one demo, one test after another.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<SharedBrowser>, ICollectionFixture<DemoSite>
{
    public const string Name = "browser";
}
