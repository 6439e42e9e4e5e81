namespace Voicebot.Tests.Architecture;

/// <summary>Lines end before the edge, so that two files fit beside each other and a change shows as what it is.</summary>
public sealed class LineLengthTests
{
    private const int Edge = 140;

    [Theory]
    [InlineData("*.cs")]
    [InlineData("*.js")]
    [InlineData("*.mjs")]
    [InlineData("*.css")]
    [InlineData("*.html")]
    [InlineData("*.csproj")]
    [InlineData("*.props")]
    [InlineData("*.targets")]
    [InlineData("run")]
    public void Lines_OfSources_EndBeforeTheEdge(string name) =>
        Assert.Empty(Repository.Files(name)
            .SelectMany(path => Repository.Text(path).Split('\n').Index()
                .Where(line => line.Item.TrimEnd('\r').Length >= Edge).Select(line => $"{path}:{line.Index + 1}")));
}
