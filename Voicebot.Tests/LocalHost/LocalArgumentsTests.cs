using Voicebot.Functions.LocalHost;

namespace Voicebot.Tests.LocalHost;

public sealed class LocalArgumentsTests
{
    [Theory]
    [InlineData("", 7071, false, false)]
    [InlineData("--port 8080", 8080, false, false)]
    [InlineData("--port 0", 0, false, false)]
    [InlineData("--port 65535 --demo", 65535, true, false)]
    [InlineData("--open --demo", 7071, true, true)]
    [InlineData("--port 1 --port 2", 2, false, false)]
    public void Parse_GoodArguments_AreUnderstood(string line, int port, bool demo, bool open)
    {
        Assert.Equal(new LocalArguments(port, demo, open), LocalArguments.Parse(Split(line), out var error));
        Assert.Null(error);
    }

    [Theory]
    [InlineData("--host 0.0.0.0", "0.0.0.0")]
    [InlineData("--host localhost", "127.0.0.1")]
    [InlineData("--host ::1", "::1")]
    [InlineData("", null)]
    public void Parse_Host_IsAnAddress(string line, string? address) =>
        Assert.Equal(address, LocalArguments.Parse(Split(line), out _)!.Host?.ToString());

    [Fact]
    public void Parse_NewAccessKey_IsUnderstood() => Assert.True(LocalArguments.Parse(["--new-access-key"], out _)!.NewAccessKey);

    [Theory]
    [InlineData("--host", "--host")]
    [InlineData("--host my-computer", "--host")]
    [InlineData("--host 7", "--host")]
    [InlineData("--host --demo", "--host")]
    [InlineData("--port", "--port")]
    [InlineData("--port x", "--port")]
    [InlineData("--port -1", "--port")]
    [InlineData("--port 65536", "--port")]
    [InlineData("--port 80.5", "--port")]
    [InlineData("--port --demo", "--port")]
    [InlineData("--demo=true", "'--demo=true'")]
    [InlineData("demo", "'demo'")]
    [InlineData("--DEMO", "'--DEMO'")]
    [InlineData("--demo shortcut", "'shortcut'")]
    public void Parse_WrongArgument_IsNamed(string line, string named)
    {
        Assert.Null(LocalArguments.Parse(Split(line), out var error));
        Assert.Contains(named, error, StringComparison.Ordinal);
    }

    private static string[] Split(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
