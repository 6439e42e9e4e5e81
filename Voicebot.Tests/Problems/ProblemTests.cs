using Voicebot.Functions.Problems;

namespace Voicebot.Tests.Problems;

public sealed class ProblemTests
{
    [Fact]
    public void ToResult_Parameters_NamesTheFirstAndAll()
    {
        var result = Problem.BadParameters(
            [new ParameterError("page", "'page' is wrong."), new ParameterError("month", "'month' is wrong.")]).ToResult();

        Assert.Equal("application/problem+json", result.ContentType);
        var details = result.ProblemDetails;
        Assert.Equal((400, "'page' is wrong. 'month' is wrong."), (details.Status, details.Detail));
        Assert.Equal(("invalid_parameter", "page"), (details.Extensions["code"], details.Extensions["parameter"]));
        Assert.Equal(["page", "month"], Assert.IsType<List<Dictionary<string, string>>>(details.Extensions["errors"])
            .Select(error => error["parameter"]));
    }

    [Fact]
    public void ToResult_WithoutParameters_HasOnlyTheCode() =>
        Assert.Equal(["code"], Problem.NotConfigured.ToResult().ProblemDetails.Extensions.Keys);
}
