using Voicebot.Functions.Requests;

namespace Voicebot.Tests.Requests;

public sealed class RouteValuesTests
{
    [Theory]
    [InlineData("1", 1)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public void Number_PositiveWhole_IsRead(string id, long expected) => Assert.Equal(expected, RouteValues.Number(id));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.0")]
    [InlineData(" 1")]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("9223372036854775808")]
    [InlineData("../1")]
    public void Number_AnythingElse_IsRefused(string id) =>
        RequestOf.Names(RequestOf.RefusalOf(() => RouteValues.Number(id)), "invalid_parameter", "id");

    [Fact]
    public void Text_LongerThanAnyId_IsRefused()
    {
        Assert.Equal(new string('x', 200), RouteValues.Text(new string('x', 200)));
        RequestOf.Names(RequestOf.RefusalOf(() => RouteValues.Text(new string('x', 201))), "invalid_parameter", "id");
    }
}
