using Dapper;
using Microsoft.Data.Sqlite;

namespace Voicebot.Core.Data;

/// <summary>Several reads that see the same state of the database, whatever is written meanwhile.</summary>
public sealed class ReadSnapshot : IDisposable
{
    private readonly SqliteConnection connection;

    public ReadSnapshot(SqliteConnection connection)
    {
        this.connection = connection;
        connection.Execute("BEGIN DEFERRED");
    }

    public void Dispose() => connection.Execute("ROLLBACK");
}
