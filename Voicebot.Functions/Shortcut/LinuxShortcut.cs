using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Voicebot.Functions.Shortcut;

/// <summary>A .desktop file (freedesktop.org Desktop Entry Specification 1.5) on the desktop and in the menu, and the icon.</summary>
public static class LinuxShortcut
{
    public const string FileName = "voicebot-dashboard.desktop";

    private const int IconSize = 256;
    private const UnixFileMode Executable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>Writes icon, menu entry and desktop entry.</summary>
    /// <returns>The files created; without the desktop entry where the user has no desktop folder.</returns>
    /// <exception cref="IOException">A file could not be written.</exception>
    public static IReadOnlyList<string> Create(ShortcutTarget target, LinuxPlaces places)
    {
        var icon = Path.Combine(places.Data, "icons", "hicolor", $"{IconSize}x{IconSize}", "apps", "voicebot-dashboard.png");
        Directory.CreateDirectory(Path.GetDirectoryName(icon)!);
        File.WriteAllBytes(icon, ProductIcon.Png());

        var created = new List<string>();
        var content = Content(target, icon);
        foreach (var folder in (string?[])[places.Desktop, Path.Combine(places.Data, "applications")])
        {
            if (folder is null)
                continue;
            Directory.CreateDirectory(folder);
            var file = Path.Combine(folder, FileName);
            File.WriteAllText(file, content); // UTF-8 without a byte order mark, as the specification wants
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(file, Executable);
            created.Add(file);
        }
        if (places.Desktop is not null)
            Trust(Path.Combine(places.Desktop, FileName));
        created.Add(icon);
        return created;
    }

    /// <summary>The text of the .desktop file.</summary>
    /// <param name="target">What it starts.</param>
    /// <param name="icon">Full path of the icon.</param>
    public static string Content(ShortcutTarget target, string icon) => $"""
        [Desktop Entry]
        Type=Application
        Version=1.5
        Name={DesktopShortcut.DisplayName}
        Comment=Key figures of your ElevenLabs voicebots
        Comment[pl]=Wskaźniki rozmów Twoich voicebotów ElevenLabs
        Exec={Escape(string.Join(' ', target.Arguments.Prepend(target.Program).Select(QuoteArgument)))}
        Path={Escape(target.WorkingDirectory)}
        Icon={Escape(icon)}
        Terminal=false
        Categories=Office;
        StartupNotify=false

        """.ReplaceLineEndings("\n");

    /// <summary>
    /// One argument of Exec: in double quotes, with a backslash before quote, backtick, dollar and backslash,
    /// and with per cent doubled, because single ones are field codes.
    /// </summary>
    public static string QuoteArgument(string argument)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in argument)
        {
            if (letter is '"' or '`' or '$' or '\\')
                quoted.Append('\\');
            quoted.Append(letter == '%' ? "%%" : letter);
        }
        return quoted.Append('"').ToString();
    }

    /// <summary>The escapes of every string value in the file; for Exec they come on top of the quoting.</summary>
    private static string Escape(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal);

    /// <summary>Spares GNOME users the question; elsewhere there is no gio, and nothing is lost.</summary>
    private static void Trust(string file)
    {
        try
        {
            var command = new ProcessStartInfo("gio")
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            };
            foreach (var argument in (string[])["set", file, "metadata::trusted", "true"])
                command.ArgumentList.Add(argument);
            using var process = Process.Start(command);
            if (process?.WaitForExit(TimeSpan.FromSeconds(5)) == false)
                process.Kill();
        }
        catch (Win32Exception)
        {
            // gio is not installed.
        }
    }
}
