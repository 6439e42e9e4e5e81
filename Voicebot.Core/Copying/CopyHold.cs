using Voicebot.Core.Data;

namespace Voicebot.Core.Copying;

/// <summary>Keeps programs away from a database while it is copied: what they wrote now would be in one of the two only.</summary>
internal static class CopyHold
{
    /// <exception cref="DatabaseUnusableException">One is at work.</exception>
    public static IDisposable Of(Database database) =>
        CopyFailure.Told(database, database.Engine.TryHoldAlone, reads: true) ?? throw new DatabaseUnusableException(
            database.IsEmbedded
                ? $"Voicebot Dashboard is running on {Path.GetDirectoryName(database.Path)}. Stop it first, then copy."
                : $"Voicebot Dashboard is running on {Lower(database.Name)}, here or on another computer. Stop it first, then copy.");

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
