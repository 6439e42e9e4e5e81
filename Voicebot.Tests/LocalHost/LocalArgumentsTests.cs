using Voicebot.Functions.Commands;
using Voicebot.Functions.LocalHost;

namespace Voicebot.Tests.LocalHost;

public sealed class LocalArgumentsTests
{
    [Theory]
    [InlineData("", 7071, false, false)]
    [InlineData("--port 8080", 8080, false, false)]
    [InlineData("--port=8080", 8080, false, false)]
    [InlineData("--port 0", 0, false, false)]
    [InlineData("--port 65535 --demo", 65535, true, false)]
    [InlineData("--open --demo", 7071, true, true)]
    [InlineData("--port 1 --port 2", 2, false, false)]
    public void Parse_GoodArguments_AreUnderstood(string line, int port, bool demo, bool open)
    {
        Assert.Equal(new LocalArguments(port, demo, open), Parse(line, out var error));
        Assert.Null(error);
    }

    [Theory]
    [InlineData("--host 0.0.0.0", "0.0.0.0")]
    [InlineData("--host localhost", "127.0.0.1")]
    [InlineData("--host ::1", "::1")]
    [InlineData("", null)]
    public void Parse_Host_IsAnAddress(string line, string? address) =>
        Assert.Equal(address, Parse(line, out _)!.Host?.ToString());

    [Fact]
    public void Parse_NewAccessKey_IsUnderstood() => Assert.True(Parse("--new-access-key", out _)!.NewAccessKey);

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
    [InlineData("shortcut --demo", "'--demo'")]
    [InlineData("shortcut twice", "'twice'")]
    [InlineData("restor backup.db", "'restor'")]
    [InlineData("--version --demo", "--version")]
    [InlineData("@arguments.txt", "'@arguments.txt'")]
    [InlineData("[suggest] --demo", "'[suggest]'")]
    [InlineData("restore", "'restore' needs a file")]
    [InlineData("import", "'import' needs a file")]
    [InlineData("restore no/such.db", "'no/such.db'")]
    [InlineData("import .", "'.' is a folder")]
    [InlineData("restore --force", "'--force'")]
    [InlineData("--port 80 restore no/such.db", "'--port'")]
    public void Parse_WrongArgument_IsNamed(string line, string named)
    {
        Assert.Null(Parse(line, out var error));
        Assert.Contains(named, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_FileNameWithANul_IsNoSuchFile() =>
        Assert.Contains("no file", CommandLine.Refusal(CommandLine.Parse(["restore", "a\0b"]), []), StringComparison.Ordinal);

    private static LocalArguments? Parse(string line, out string? error)
    {
        var args = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var parsed = CommandLine.Parse(args);
        error = CommandLine.Refusal(parsed, args);
        return error is null ? ServeLocally.Arguments(parsed) : null;
    }
}
