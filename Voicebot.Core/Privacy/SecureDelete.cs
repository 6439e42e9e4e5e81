using Dapper;
using Microsoft.Data.Sqlite;

namespace Voicebot.Core.Privacy;

/// <summary>While it lives, SQLite overwrites with zeros what is deleted on the connection.</summary>
internal sealed class SecureDelete : IDisposable
{
    private readonly SqliteConnection connection;

    public SecureDelete(SqliteConnection connection)
    {
        this.connection = connection;
        connection.ExecuteScalar<long>("PRAGMA secure_delete = ON");
    }

    public void Dispose() => connection.ExecuteScalar<long>("PRAGMA secure_delete = OFF");
}
