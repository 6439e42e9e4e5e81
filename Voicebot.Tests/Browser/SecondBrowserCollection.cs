namespace Voicebot.Tests.Browser;

/// <summary>
/// About a third of the tests of the page, in a browser of their own beside the others: a page waits more than it computes.
/// </summary>
[CollectionDefinition(Name)]
public sealed class SecondBrowserCollection : ICollectionFixture<SharedBrowser>
{
    public const string Name = "browser, too";
}
