namespace Voicebot.Functions.Shortcut;

/// <summary>Where a user's shortcuts go on Linux.</summary>
/// <param name="Desktop">The desktop folder; null when the user has switched it off.</param>
/// <param name="Data">Usually ~/.local/share.</param>
public sealed record LinuxPlaces(string? Desktop, string Data)
{
    /// <summary>Reads the environment and user-dirs.dirs.</summary>
    public static LinuxPlaces OfThisUser()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var config = Absolute(Environment.GetEnvironmentVariable("XDG_CONFIG_HOME")) ?? Path.Combine(home, ".config");
        var userDirs = Path.Combine(config, "user-dirs.dirs");
        return Of(
            home,
            Environment.GetEnvironmentVariable("XDG_DESKTOP_DIR"),
            File.Exists(userDirs) ? File.ReadAllText(userDirs) : "",
            Environment.GetEnvironmentVariable("XDG_DATA_HOME"));
    }

    /// <summary>The places that these settings mean.</summary>
    /// <param name="home">The home folder.</param>
    /// <param name="desktopVariable">XDG_DESKTOP_DIR of the environment; it wins over the file.</param>
    /// <param name="userDirs">Text of user-dirs.dirs: shell assignments such as <c>XDG_DESKTOP_DIR="$HOME/Pulpit"</c>.</param>
    /// <param name="dataVariable">XDG_DATA_HOME of the environment.</param>
    public static LinuxPlaces Of(string home, string? desktopVariable, string userDirs, string? dataVariable)
    {
        var desktop = Absolute(Expand(desktopVariable, home)) ?? Absolute(Expand(DesktopOf(userDirs), home))
            ?? Path.Combine(home, "Desktop");
        // "The home folder itself" is how user-dirs says: no desktop folder.
        var switchedOff = Path.TrimEndingDirectorySeparator(desktop) == Path.TrimEndingDirectorySeparator(home);
        return new LinuxPlaces(switchedOff ? null : desktop, Absolute(dataVariable) ?? Path.Combine(home, ".local", "share"));
    }

    private static string? DesktopOf(string userDirs)
    {
        const string assignment = "XDG_DESKTOP_DIR=";
        return userDirs.Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.StartsWith(assignment, StringComparison.Ordinal))
            .Select(line => line[assignment.Length..].Trim('"').Replace("\\", "", StringComparison.Ordinal))
            .LastOrDefault();
    }

    private static string? Expand(string? path, string home) =>
        path?.Replace("${HOME}", home, StringComparison.Ordinal).Replace("$HOME", home, StringComparison.Ordinal);

    /// <summary>The XDG specifications tell to ignore relative paths.</summary>
    private static string? Absolute(string? path) => path is ['/', ..] ? path : null;
}
