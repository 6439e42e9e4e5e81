using System.ComponentModel;

namespace Voicebot.Functions.Shortcut;

/// <summary>
/// Puts a shortcut with the product's icon on the desktop. Running it again replaces the shortcut, for instance after the program was
/// moved.
/// </summary>
public static class DesktopShortcut
{
    /// <summary>What people read under the icon.</summary>
    public const string DisplayName = "Voicebot Dashboard";

    /// <summary>Creates the shortcut for this user on this system and tells what was created where.</summary>
    /// <param name="output">Usually the console.</param>
    /// <returns>Exit code: 0 when it was created, 1 when not, with the reason and the next step in <paramref name="output"/>.</returns>
    public static int Create(TextWriter output)
    {
        try
        {
            var target = ShortcutTarget.ThisProgram();
            var created = OperatingSystem.IsWindows() ? WindowsShortcut.Create(target, WindowsPlaces.OfThisUser())
                : OperatingSystem.IsMacOS() ? MacShortcut.Create(target, MacPlaces.OfThisUser())
                : OperatingSystem.IsLinux() ? LinuxShortcut.Create(target, LinuxPlaces.OfThisUser())
                : throw new PlatformNotSupportedException("Shortcuts can be created on Windows, Linux and macOS.");

            output.WriteLine($"The shortcut \"{DisplayName}\" is ready:");
            foreach (var path in created)
                output.WriteLine($"  {path}");
            output.WriteLine($"It starts {target.Program} {string.Join(' ', target.Arguments)}");
            output.WriteLine($"in the folder {target.WorkingDirectory}. Create it again if you move the program.");
            if (OperatingSystem.IsLinux())
                output.WriteLine("If your desktop asks, choose \"Allow Launching\" in the icon's menu once.");
            return ExitCode.Done;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or Win32Exception or InvalidOperationException
            or PlatformNotSupportedException or TimeoutException)
        {
            output.WriteLine($"The shortcut could not be created: {error.Message}");
            output.WriteLine("Check that you may write to your desktop folder and try again. The dashboard itself works without it:");
            output.WriteLine($"start the program with {ShortcutTarget.OpenArgument}.");
            return ExitCode.Failed;
        }
    }
}
