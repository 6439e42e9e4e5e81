using Voicebot.Core.Data;

namespace Voicebot.Core.Columns;

/// <summary>One state of the database, with the columns of the same state.</summary>
internal sealed class ColumnSession(ReadSnapshot snapshot, ColumnTable? table) : IDisposable
{
    /// <summary>Null where they are not there, and the database itself is to be asked.</summary>
    public ColumnTable? Table => table;

    public void Dispose() => snapshot.Dispose();
}
