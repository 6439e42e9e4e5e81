namespace Voicebot.Tests.Browser;

/// <summary>A third of the tests of the page, in the same way.</summary>
[CollectionDefinition(Name)]
public sealed class ThirdBrowserCollection : ICollectionFixture<SharedBrowser>
{
    public const string Name = "browser, third";
}
