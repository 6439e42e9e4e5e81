using Voicebot.Core.Data;

namespace Voicebot.Core.Columns;

/// <summary>One state of the database, with the columns of the same state; ended by the thread that began it.</summary>
internal sealed class ColumnSession(ReadSnapshot snapshot, ColumnTable? table, ReaderWriterLockSlim? gate) : IDisposable
{
    /// <summary>Null where they are not there, and the database itself is to be asked.</summary>
    public ColumnTable? Table => table;

    public void Dispose()
    {
        try
        {
            snapshot.Dispose();
        }
        finally
        {
            gate?.ExitReadLock();
        }
    }
}
