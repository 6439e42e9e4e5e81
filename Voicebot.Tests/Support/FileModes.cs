namespace Voicebot.Tests.Support;

/// <summary>Who may open a file.</summary>
public static class FileModes
{
    /// <summary>Null on Windows, which has no such modes.</summary>
    public static UnixFileMode? Of(string path) => OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(path);
}
