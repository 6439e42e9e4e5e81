using System.Security;

namespace Voicebot.Functions.Shortcut;

/// <summary>Where a user's shortcut goes on macOS.</summary>
/// <param name="Desktop">The desktop folder.</param>
public sealed record MacPlaces(string Desktop)
{
    public static MacPlaces OfThisUser() => new(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "Desktop"));
}

/// <summary>
/// A small application bundle whose program is a script: the only kind of shortcut on macOS that has an icon and arguments.
/// </summary>
public static class MacShortcut
{
    private const string LauncherName = "voicebot-dashboard";
    private const string IconName = "voicebot.icns";
    private const UnixFileMode Executable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>Writes the bundle.</summary>
    /// <returns>Its folder.</returns>
    /// <exception cref="IOException">A file could not be written.</exception>
    public static IReadOnlyList<string> Create(ShortcutTarget target, MacPlaces places)
    {
        var bundle = Path.Combine(places.Desktop, DesktopShortcut.DisplayName + ".app");
        var contents = Path.Combine(bundle, "Contents");
        Directory.CreateDirectory(Path.Combine(contents, "MacOS"));
        Directory.CreateDirectory(Path.Combine(contents, "Resources"));
        File.WriteAllText(Path.Combine(contents, "Info.plist"), InfoPlist());
        File.WriteAllBytes(Path.Combine(contents, "Resources", IconName), ProductIcon.Icns());
        var launcher = Path.Combine(contents, "MacOS", LauncherName);
        File.WriteAllText(launcher, Launcher(target));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(launcher, Executable);
        return [bundle];
    }

    /// <summary>The shell script that the bundle runs.</summary>
    public static string Launcher(ShortcutTarget target) => $"""
        #!/bin/sh
        cd {Quote(target.WorkingDirectory)} || exit 1
        exec {string.Join(' ', target.Arguments.Prepend(target.Program).Select(Quote))}

        """.ReplaceLineEndings("\n");

    /// <summary>The bundle's Info.plist.</summary>
    public static string InfoPlist() => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0">
        <dict>
          <key>CFBundleName</key><string>{SecurityElement.Escape(DesktopShortcut.DisplayName)}</string>
          <key>CFBundleIdentifier</key><string>com.example.voicebot-dashboard.shortcut</string>
          <key>CFBundleVersion</key><string>1</string>
          <key>CFBundlePackageType</key><string>APPL</string>
          <key>CFBundleExecutable</key><string>{LauncherName}</string>
          <key>CFBundleIconFile</key><string>{IconName}</string>
          <key>NSHighResolutionCapable</key><true/>
        </dict>
        </plist>

        """.ReplaceLineEndings("\n");

    /// <summary>One word of a shell command: in single quotes nothing is special but the single quote.</summary>
    public static string Quote(string word) => "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
