using Voicebot.Core.Files;

namespace Voicebot.Core.Data;

/// <summary>A file that one process holds at a time.</summary>
internal static class FileLock
{
    private const int MostAttempts = 300; // of 100 ms

    /// <summary>Waits until nobody else holds it.</summary>
    /// <exception cref="IOException">It cannot be created, or somebody holds it for very long.</exception>
    public static FileStream Take(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return PrivateFiles.Hold(path, FileOptions.DeleteOnClose);
            }
            // Held by another process, or just given up by it; where it cannot even be created, waiting does not help.
            catch (IOException) when (attempt < (File.Exists(path) ? MostAttempts : 3))
            {
                new ManualResetEventSlim().Wait(TimeSpan.FromMilliseconds(100));
            }
        }
    }
}
