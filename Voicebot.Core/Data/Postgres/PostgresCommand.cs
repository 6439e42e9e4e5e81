using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Npgsql;
using Voicebot.Core.Telemetry;

namespace Voicebot.Core.Data.Postgres;

/// <summary>
/// A command of ours around the driver's: Dapper would hand over lists as arrays, which <c>IN</c> does not take, if
/// it saw the driver's own.
/// </summary>
internal sealed class PostgresCommand(PreparedConnection connection, NpgsqlConnection inner) : DbCommand
{
    public NpgsqlCommand Inner { get; } = inner.CreateCommand();

    [AllowNull]
    public override string CommandText
    {
        get => Inner.CommandText;
        set => Inner.CommandText = value;
    }

    public override int CommandTimeout
    {
        get => Inner.CommandTimeout;
        set => Inner.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => Inner.CommandType;
        set => Inner.CommandType = value;
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource
    {
        get => Inner.UpdatedRowSource;
        set => Inner.UpdatedRowSource = value;
    }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set { } // it is its connection's for good
    }

    protected override DbParameterCollection DbParameterCollection => Inner.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel() => Inner.Cancel();

    public override int ExecuteNonQuery() => Timed(command => command.ExecuteNonQuery());

    public override object? ExecuteScalar() => Timed(command => command.ExecuteScalar());

    public override void Prepare() => Inner.Prepare();

    protected override DbParameter CreateDbParameter() => new NpgsqlParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) =>
        Timed(command => command.ExecuteReader(behavior));

    private T Timed<T>(Func<NpgsqlCommand, T> run)
    {
        var began = MeasuredStatement.Begin();
        try
        {
            return run(Inner);
        }
        finally
        {
            MeasuredStatement.End(began, isEmbedded: false, CommandText);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Inner.Dispose();
        base.Dispose(disposing);
    }
}
