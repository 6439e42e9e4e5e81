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
                + $"kept, and what was to be copied is as it was. {Remedy(database, exception)}", exception);
        }
    }

    private static string Reason(Exception exception) => StorageFault.IsDiskFull(exception) ? "its disk is full."
        : StorageFault.IsUnreachable(exception) ? $"its server does not answer ({exception.InnerException?.Message ?? exception.Message})."
        : exception.Message.TrimEnd('.') + ".";

    private static string Remedy(Database database, Exception exception)
    {
        if (exception is StorageException { Reason: StorageFailure.Damaged })
            return DatabaseRestore.WayOut;
        var first = StorageFault.IsDiskFull(exception) ? "Make room"
            : StorageFault.IsUnreachable(exception) ? "Check that it runs and takes connections from here"
            : database.IsEmbedded ? "Check that folder and file may be read and written"
            : "Check its address (host, database, user, password) and what that user may do there";
        return $"{first}, and start the command again.";
    }
}
