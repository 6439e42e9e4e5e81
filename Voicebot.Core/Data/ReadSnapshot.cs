using System.Data;
using System.Data.Common;

namespace Voicebot.Core.Data;

/// <summary>Several reads that see the same state of the database, whatever is written meanwhile.</summary>
public sealed class ReadSnapshot : IDisposable
{
    private readonly PreparedConnection connection;

    public ReadSnapshot(PreparedConnection connection)
    {
        this.connection = connection;
        connection.Run(connection.Dialect.BeginRead);
    }

    public void Dispose()
    {
        if (connection.State != ConnectionState.Open)
            return; // it has been lost on the way, as the statement told that found it so
        try
        {
            connection.Run("ROLLBACK");
        }
        catch (DbException) when (connection.State == ConnectionState.Open)
        {
            // It has ended by itself (I/O error, out of memory); the first exception tells the reason.
        }
    }
}
