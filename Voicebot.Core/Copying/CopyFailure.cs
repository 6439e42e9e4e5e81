using Voicebot.Core.Data;

namespace Voicebot.Core.Copying;

/// <summary>What went wrong on one of the two sides, in a sentence that says what to do.</summary>
internal static class CopyFailure
{
    /// <summary>Does the work of one side.</summary>
    /// <param name="reads">The side that is copied from.</param>
    /// <exception cref="DatabaseUnusableException">It failed.</exception>
    public static T Told<T>(Database database, Func<T> work, bool reads)
    {
        try
        {
            return database.Guard(work);
        }
        catch (Exception exception) when (StorageFault.Is(exception))
        {
            throw new DatabaseUnusableException(
                $"{database.Name} {(reads ? "could not be read" : "could not be written")}: {Reason(exception)} Nothing of the copy was "
                + $"kept, and what was to be copied is as it was. {Remedy(exception)}", exception);
        }
    }

    private static string Reason(Exception exception) => StorageFault.IsDiskFull(exception) ? "its disk is full."
        : StorageFault.IsUnreachable(exception) ? $"its server does not answer ({exception.InnerException?.Message ?? exception.Message})."
        : exception.Message.TrimEnd('.') + ".";

    private static string Remedy(Exception exception) => StorageFault.IsDiskFull(exception) ? "Make room, and start the command again."
        : StorageFault.IsUnreachable(exception) ? "Check that it runs and takes connections from here, and start the command again."
        : exception is StorageException { Reason: StorageFailure.Damaged } ? DatabaseRestore.WayOut
        : StorageFault.IsReadOnly(exception) ? "Let its user write there, and start the command again."
        : "Check what that names, and start the command again.";
}
