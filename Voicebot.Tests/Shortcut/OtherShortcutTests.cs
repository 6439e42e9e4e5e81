using System.Text;
using System.Xml.Linq;
using Voicebot.Functions.Shortcut;

namespace Voicebot.Tests.Shortcut;

public sealed class OtherShortcutTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("voicebot-test-").FullName;

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Theory]
    [InlineData("dotnet", new[] { "Voicebot.Functions.dll", "--open" })]
    [InlineData("dotnet.exe", new[] { "Voicebot.Functions.dll", "--open" })]
    [InlineData("Voicebot.Functions", new[] { "--open" })]
    [InlineData("Voicebot.Functions.exe", new[] { "--open" })]
    public void For_Program_IsStartedWithTheAssemblyWhereNeeded(string program, string[] arguments)
    {
        var target = ShortcutTarget.For(Path.Combine(home, program), "Voicebot.Functions.dll", home);

        Assert.Equal((Path.Combine(home, program), home), (target.Program, target.WorkingDirectory));
        Assert.Equal(arguments, target.Arguments);
    }

    [Fact]
    public void Mac_CreatedTwice_IsOneCompleteBundle()
    {
        MacShortcut.Create(new ShortcutTarget("/old", [], "/"), new MacPlaces(home));
        var bundle = Assert.Single(
            MacShortcut.Create(new ShortcutTarget("/Applications/O'Brien/voicebot", ["--open"], "/tmp/my folder"), new MacPlaces(home)));

        Assert.Equal(Path.Combine(home, "Voicebot Dashboard.app"), bundle);
        Assert.Equal(
            ["Contents/Info.plist", "Contents/MacOS/voicebot-dashboard", "Contents/Resources/voicebot.icns"],
            Directory.GetFiles(bundle, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(bundle, path).Replace('\\', '/')).Order(StringComparer.Ordinal));
        Assert.Equal(
            "#!/bin/sh\ncd '/tmp/my folder' || exit 1\nexec '/Applications/O'\\''Brien/voicebot' '--open'\n",
            File.ReadAllText(Path.Combine(bundle, "Contents", "MacOS", "voicebot-dashboard")));
        Assert.Equal("icns"u8.ToArray(), File.ReadAllBytes(Path.Combine(bundle, "Contents", "Resources", "voicebot.icns"))[..4]);
    }

    [Fact]
    public void Mac_InfoPlist_IsXmlThatNamesLauncherAndIcon()
    {
        var entries = XDocument.Parse(MacShortcut.InfoPlist()).Root!.Element("dict")!.Elements().ToList();

        string Value(string key) => entries[entries.FindIndex(element => element.Name == "key" && element.Value == key) + 1].Value;

        Assert.Equal(("voicebot-dashboard", "voicebot.icns", "Voicebot Dashboard"),
            (Value("CFBundleExecutable"), Value("CFBundleIconFile"), Value("CFBundleName")));
    }

    [Theory]
    [InlineData("--open", "--open")]
    [InlineData("", "\"\"")]
    [InlineData("two words", "\"two words\"")]
    [InlineData("C:\\Program Files\\", "\"C:\\Program Files\\\\\"")]
    [InlineData("C:\\plain\\", "C:\\plain\\")]
    [InlineData("say \"hi\"", "\"say \\\"hi\\\"\"")]
    [InlineData("a\\\"b", "\"a\\\\\\\"b\"")]
    public void Windows_Quote_IsReadBackAsOneArgument(string argument, string expected) =>
        Assert.Equal(expected, WindowsShortcut.Quote(argument));

    [Fact]
    public void Windows_Command_PutsNoPathIntoTheScript()
    {
        var command = WindowsShortcut.Command(new ShortcutTarget("C:\\a';calc;'\\v.exe", ["my file", "--open"], "C:\\a"), "C:\\link.lnk",
            "C:\\icon.ico");

        var script = Encoding.Unicode.GetString(Convert.FromBase64String(command.ArgumentList[^1]));
        Assert.Equal(WindowsShortcut.Script, script);
        Assert.DoesNotContain(command.ArgumentList, argument => argument.Contains("calc", StringComparison.Ordinal));
        Assert.Equal(
            ("C:\\a';calc;'\\v.exe", "\"my file\" --open", "C:\\a", "C:\\link.lnk", "C:\\icon.ico"),
            (command.Environment["VOICEBOT_PROGRAM"], command.Environment["VOICEBOT_ARGUMENTS"], command.Environment["VOICEBOT_FOLDER"],
                command.Environment["VOICEBOT_LINK"], command.Environment["VOICEBOT_ICON"]));
    }
}
