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

    public void Dispose() => connection.Run("ROLLBACK");
}
