using Voicebot.Core.Files;

namespace Voicebot.Tests.Files;

public sealed class PlainNameTests
{
    [Theory]
    [InlineData("agent_01-x")]
    [InlineData("voicebot_2026-10_agent_one_20261110T120000Z.csv")]
    [InlineData("_x")]
    public void In_PlainName_IsInTheFolder(string name) => Assert.Equal(Path.Combine("folder", name), PlainName.In("folder", name));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../x")]
    [InlineData("a/../../x")]
    [InlineData("a\\x")]
    [InlineData("/etc/passwd")]
    [InlineData("C:x")]
    [InlineData("x\n")]
    [InlineData("x\0")]
    [InlineData(".hidden")]
    [InlineData("con")]
    [InlineData("NUL.csv")]
    [InlineData("ż")]
    [InlineData("a b")]
    [InlineData("%2e%2e")]
    public void In_AnythingElse_IsRefused(string? name) => Assert.Null(PlainName.In("folder", name));

    [Fact]
    public void Is_TooLong_IsRefused() =>
        Assert.Equal((true, false),
        (PlainName.Is(new string('a', 200)), PlainName.Is(new string('a', 201))));
}
