using Voicebot.Functions.Shortcut;

namespace Voicebot.Tests.Shortcut;

public sealed class LinuxShortcutTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("voicebot-test-").FullName;

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Fact]
    public void Create_Twice_GivesTheSameFiles()
    {
        var places = new LinuxPlaces(Path.Combine(home, "Pulpit"), Path.Combine(home, "data"));
        var first = LinuxShortcut.Create(new ShortcutTarget("/old/voicebot", ["--open"], "/old"), places);
        var second = LinuxShortcut.Create(Target, places);

        Assert.Equal(first, second);
        Assert.Equal(
            [
                Path.Combine(home, "Pulpit", "voicebot-dashboard.desktop"),
                Path.Combine(home, "data", "applications", "voicebot-dashboard.desktop"),
                Path.Combine(home, "data", "icons", "hicolor", "256x256", "apps", "voicebot-dashboard.png"),
            ],
            second);
        Assert.Equal(second.Order(), Directory.GetFiles(home, "*", SearchOption.AllDirectories).Order());
        Assert.Equal(LinuxShortcut.Content(Target, second[2]), File.ReadAllText(second[0]));
        Assert.Equal(File.ReadAllBytes(second[0]), File.ReadAllBytes(second[1]));
        Assert.Equal(ProductIcon.Png(), File.ReadAllBytes(second[2]));
        if (!OperatingSystem.IsWindows())
            Assert.True(File.GetUnixFileMode(second[0]).HasFlag(UnixFileMode.UserExecute));
    }

    [Fact]
    public void Create_NoDesktopFolder_WritesTheMenuEntryOnly()
    {
        var created = LinuxShortcut.Create(Target, new LinuxPlaces(null, home));

        Assert.Equal(["voicebot-dashboard.desktop", "voicebot-dashboard.png"], created.Select(Path.GetFileName));
    }

    [Fact]
    public void Content_Target_IsADesktopEntry() =>
        Assert.Equal(
            """
            [Desktop Entry]
            Type=Application
            Version=1.5
            Name=Voicebot Dashboard
            Comment=Key figures of your ElevenLabs voicebots
            Comment[pl]=Wskaźniki rozmów Twoich voicebotów ElevenLabs
            Exec="/opt/voice bot/Voicebot.Functions" "--open"
            Path=/opt/voice bot
            Icon=/icons/voicebot.png
            Terminal=false
            Categories=Office;
            StartupNotify=false

            """.ReplaceLineEndings("\n"),
            LinuxShortcut.Content(Target, "/icons/voicebot.png"));

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("two words", "\"two words\"")]
    [InlineData("50%", "\"50%%\"")]
    [InlineData("a\"b", "\"a\\\"b\"")]
    [InlineData("a`b", "\"a\\`b\"")]
    [InlineData("$HOME", "\"\\$HOME\"")]
    [InlineData("a\\b", "\"a\\\\b\"")]
    [InlineData("zażółć", "\"zażółć\"")]
    public void QuoteArgument_ReservedSigns_AreEscaped(string argument, string expected) =>
        Assert.Equal(expected, LinuxShortcut.QuoteArgument(argument));

    [Fact]
    public void Content_DifficultPath_StaysOnItsLine()
    {
        var content = LinuxShortcut.Content(new ShortcutTarget("/tmp/a\nTerminal=true\\x", ["--open"], "/tmp/b\nExec=evil"), "/i\ncon");

        Assert.Equal(12, content.TrimEnd('\n').Split('\n').Length);
        Assert.Contains("Exec=\"/tmp/a\\nTerminal=true\\\\\\\\x\" \"--open\"\n", content, StringComparison.Ordinal);
        Assert.Contains("Path=/tmp/b\\nExec=evil\n", content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "", null, "/home/jan/Desktop", "/home/jan/.local/share")]
    [InlineData(null, "XDG_DESKTOP_DIR=\"$HOME/Pulpit\"\n", null, "/home/jan/Pulpit", "/home/jan/.local/share")]
    [InlineData(null, "# XDG_DESKTOP_DIR=\"$HOME/Old\"\nXDG_DESKTOP_DIR=\"/srv/desk\"\n", null, "/srv/desk", "/home/jan/.local/share")]
    [InlineData("${HOME}/Biurko", "XDG_DESKTOP_DIR=\"$HOME/Pulpit\"\n", "/data", "/home/jan/Biurko", "/data")]
    [InlineData("relative", "", "relative", "/home/jan/Desktop", "/home/jan/.local/share")]
    [InlineData(null, "XDG_DESKTOP_DIR=\"$HOME/\"\n", null, null, "/home/jan/.local/share")]
    [InlineData(null, "XDG_DESKTOP_DIR=\"$HOME\"\n", null, null, "/home/jan/.local/share")]
    public void Of_Settings_GiveThePlaces(string? desktopVariable, string userDirs, string? dataVariable, string? desktop, string data) =>
        Assert.Equal(new LinuxPlaces(desktop, data), LinuxPlaces.Of("/home/jan", desktopVariable, userDirs, dataVariable));

    private static ShortcutTarget Target { get; } = new("/opt/voice bot/Voicebot.Functions", ["--open"], "/opt/voice bot");
}
