namespace Voicebot.Tests.Browser;

/// <summary>Tests of the page: one browser, one test after another.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<SharedBrowser>
{
    public const string Name = "browser";
}
