using System.Data;
using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace Voicebot.Core.Data.Postgres;

/// <summary>
/// The server counts no work, only time: as long as that work would take on a slow machine.
/// </summary>
internal sealed class PostgresWorkLimit : WorkLimit
{
    private const long StepsPerMillisecond = 10_000;
    private readonly NpgsqlConnection connection;

    public PostgresWorkLimit(NpgsqlConnection connection, long mostSteps)
    {
        this.connection = connection;
        Set(Math.Clamp(mostSteps / StepsPerMillisecond, 1, int.MaxValue));
    }

    public override bool Explains(DbException exception) => PostgresErrors.IsInterrupt(exception);

    public override void Dispose()
    {
        if (connection.State != ConnectionState.Open)
            return; // lost, and not used again
        try
        {
            Set(0);
        }
        catch (DbException)
        {
            // The transaction has failed or the connection is gone; it is not used again.
        }
    }

    private void Set(long milliseconds)
    {
        using var command = new NpgsqlCommand(
            $"SET statement_timeout = {milliseconds.ToString(CultureInfo.InvariantCulture)}", connection);
        command.ExecuteNonQuery();
    }
}
