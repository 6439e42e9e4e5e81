using System.Text.RegularExpressions;

namespace Voicebot.Tests.Architecture;

/// <summary>A parameter of a query is declared once: what reads and refuses it is what OpenAPI tells of it.</summary>
public sealed partial class QueryDeclarationTests
{
    [Fact]
    public void Functions_Queries_AreReadByDeclarations() =>
        Assert.Empty(
            from path in Repository.Sources("Voicebot.Functions")
            where !path.StartsWith("Voicebot.Functions/Requests/", StringComparison.Ordinal)
            from Match read in Reads().Matches(Repository.Text(path))
            select $"{path}: {read.Value}");

    [Fact]
    public void Operations_Queries_AreToldByDeclarations() =>
        Assert.Empty(
            from path in Repository.Sources("Voicebot.Functions/OpenApi")
            from Match told in Tells().Matches(Repository.Text(path))
            select $"{path}: {told.Value}");

    [Fact]
    public void Requests_Names_AreDeclaredOnce() =>
        Assert.Equal(
            // What they mean differs from address to address.
            ["channel", "compare", "enabled", "from", "kind", "language", "month", "name", "owner", "phone", "source", "state", "to",
                "version"],
            from path in Repository.Sources("Voicebot.Functions/Requests")
            from Match declared in Declares().Matches(Repository.Text(path))
            group declared by declared.Groups[1].Value into same
            where same.Count() > 1
            orderby same.Key
            select same.Key);

    /// <summary>The patterns themselves: what they must find, and what they must leave.</summary>
    [Theory]
    [InlineData("query.Whole(\"limit\", 1, 500)", true)]
    [InlineData("query.OneOf(\"compare\", [\"previous\"])", true)]
    [InlineData("Parameters.Runs.Of(query)", false)]
    [InlineData("query.Finish()", false)]
    public void Reads_Calls_AreFoundAndOthersLeft(string call, bool found) => Assert.Equal(found, Reads().IsMatch(call));

    [Theory]
    [InlineData("Query = [ApiParameter.Flag(\"a\", \"b\")]", true)]
    [InlineData("Query = [.. FilterParameters.Scope,\n    ApiParameter.Flag(\"a\", \"b\")]", true)]
    [InlineData("Query = [Parameters.Runs], Body = [ApiParameter.Flag(\"a\", \"b\")]", false)]
    public void Tells_Queries_AreFoundAndOthersLeft(string operation, bool found) => Assert.Equal(found, Tells().IsMatch(operation));

    [GeneratedRegex(@"\bquery\.(Text|List|OneOf|AnyOf|Wholes?|Number|Flag|Month|Date)\(")]
    private static partial Regex Reads();

    [GeneratedRegex(@"Query\s*=\s*\[[^\]]*\bApiParameter\.")]
    private static partial Regex Tells();

    [GeneratedRegex(@"(?:(?:QueryParameter|ApiParameter)\.(?:Text|Texts|Ids|OneOf|AnyOf|Wholes?|Number|Flag|Month|Date)|WithOpposite)"
        + @"\(\s*""(\w+)""")]
    private static partial Regex Declares();
}
