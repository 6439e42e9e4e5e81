using System.Diagnostics;
using System.Text;

namespace Voicebot.Functions.Shortcut;

/// <summary>Where a user's shortcut and icon go on Windows.</summary>
/// <param name="Desktop">The desktop folder, wherever OneDrive or a policy put it.</param>
/// <param name="ApplicationData">A folder of ours for the icon file.</param>
public sealed record WindowsPlaces(string Desktop, string ApplicationData)
{
    public static WindowsPlaces OfThisUser() => new(
        Environment.GetFolderPath(Environment.SpecialFolder.DesktopDirectory),
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), DesktopShortcut.DisplayName));
}

/// <summary>A .lnk file, written by Windows itself: its format is the shell's own, and PowerShell reaches the shell everywhere.</summary>
public static class WindowsShortcut
{
    /// <summary>
    /// Never changes: everything that differs comes through environment variables, so no path can become part of a script.
    /// The link is read back because the shell silently replaces letters that the system's code page lacks.
    /// </summary>
    public const string Script = """
        $ErrorActionPreference = 'Stop'
        $ProgressPreference = 'SilentlyContinue'
        try { [Console]::OutputEncoding = [Text.Encoding]::UTF8 } catch { }
        $link = (New-Object -ComObject WScript.Shell).CreateShortcut($env:VOICEBOT_LINK)
        $link.TargetPath = $env:VOICEBOT_PROGRAM
        $link.Arguments = $env:VOICEBOT_ARGUMENTS
        $link.WorkingDirectory = $env:VOICEBOT_FOLDER
        $link.IconLocation = $env:VOICEBOT_ICON + ',0'
        $link.Description = $env:VOICEBOT_NAME
        $link.WindowStyle = 7
        $link.Save()
        $saved = (New-Object -ComObject WScript.Shell).CreateShortcut($env:VOICEBOT_LINK)
        if ($saved.TargetPath -ne $env:VOICEBOT_PROGRAM) {
          Remove-Item -LiteralPath $env:VOICEBOT_LINK
          [Console]::Error.WriteLine(
            'Windows cannot write the path of the program into a shortcut; ' +
            'move the program to a folder with plain letters.')
          exit 2
        }
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Writes the icon and has the shell write the link.</summary>
    /// <returns>The files created.</returns>
    /// <exception cref="IOException">A file could not be written, or the shell refused; the message says why.</exception>
    /// <exception cref="InvalidOperationException">This user has no desktop.</exception>
    /// <exception cref="TimeoutException">PowerShell did not answer.</exception>
    public static IReadOnlyList<string> Create(ShortcutTarget target, WindowsPlaces places)
    {
        if (places.Desktop.Length == 0)
            throw new InvalidOperationException("Windows names no desktop folder for this user.");
        Directory.CreateDirectory(places.Desktop);
        Directory.CreateDirectory(places.ApplicationData);
        var icon = Path.Combine(places.ApplicationData, "voicebot.ico");
        File.WriteAllBytes(icon, ProductIcon.Ico());
        var link = Path.Combine(places.Desktop, DesktopShortcut.DisplayName + ".lnk");
        Run(Command(target, link, icon));
        return [link, icon];
    }

    /// <summary>The PowerShell call that writes the link.</summary>
    public static ProcessStartInfo Command(ShortcutTarget target, string link, string icon)
    {
        var command = new ProcessStartInfo(Path.Combine(Environment.SystemDirectory, "WindowsPowerShell", "v1.0", "powershell.exe"))
        {
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in (string[])["-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-OutputFormat", "Text",
            "-EncodedCommand", Convert.ToBase64String(Encoding.Unicode.GetBytes(Script))])
            command.ArgumentList.Add(argument);
        command.Environment["VOICEBOT_LINK"] = link;
        command.Environment["VOICEBOT_PROGRAM"] = target.Program;
        command.Environment["VOICEBOT_ARGUMENTS"] = string.Join(' ', target.Arguments.Select(Quote));
        command.Environment["VOICEBOT_FOLDER"] = target.WorkingDirectory;
        command.Environment["VOICEBOT_ICON"] = icon;
        command.Environment["VOICEBOT_NAME"] = DesktopShortcut.DisplayName;
        return command;
    }

    /// <summary>An argument as Windows programs read it back: quoted when needed, backslashes doubled before a quote.</summary>
    public static string Quote(string argument)
    {
        if (argument.Length > 0 && argument.AsSpan().IndexOfAny(" \t\"") < 0)
            return argument;
        var quoted = new StringBuilder("\"");
        var backslashes = 0;
        foreach (var letter in argument)
        {
            if (letter == '"')
                quoted.Append('\\', backslashes + 1);
            backslashes = letter == '\\' ? backslashes + 1 : 0;
            quoted.Append(letter);
        }
        return quoted.Append('\\', backslashes).Append('"').ToString();
    }

    private static void Run(ProcessStartInfo command)
    {
        using var process = Process.Start(command) ?? throw new IOException("PowerShell did not start.");
        process.StandardInput.Close();
        var said = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"PowerShell did not finish within {Patience.TotalSeconds:0} seconds.");
        }
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new IOException(
                $"PowerShell could not write the shortcut (exit code {process.ExitCode}). {said.GetAwaiter().GetResult().Trim()}");
    }
}
