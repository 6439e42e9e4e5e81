using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Dapper;
using Voicebot.Core.Telemetry;

namespace Voicebot.Core.Data;

/// <summary>
/// A connection of whichever engine, which keeps the statements of hot paths prepared; Dapper, which takes it as it is, would prepare
/// them at every call.
/// </summary>
public sealed class PreparedConnection(Engine engine) : DbConnection
{
    private readonly Dictionary<string, DbCommand> commands = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PreparedSet> sets = new(StringComparer.Ordinal);
    private readonly HashSet<string> functions = new(StringComparer.Ordinal);

    /// <summary>How this engine spells what the others spell differently.</summary>
    public Dialect Dialect => engine.Dialect;

    internal DbConnection Inner { get; } = engine.Connect();

    /// <summary>Runs a statement and returns how many rows it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) => Prepare(sql, parameters).ExecuteNonQuery();

    /// <summary>
    /// Runs a statement once for all rows, which stand in it as a table: <c>INSERT INTO t (a, b) @rows ON CONFLICT …</c>, or
    /// <c>WITH r (a, b) AS (@rows) UPDATE …</c>. No two rows may be of the same key.
    /// </summary>
    public void RunSet(string sql, RowSet rows)
    {
        if (rows.Count == 0)
            return;
        if (!sets.TryGetValue(sql, out var set))
            sets[sql] = set = engine.Prepare(Inner, sql);
        var began = MeasuredStatement.Begin();
        set.Run(rows);
        MeasuredStatement.End(began, engine.IsEmbedded, sql);
    }

    /// <summary>The first value of the first row; null when there is none. What is true or false is 1 or 0, whichever engine.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Prepare(sql, parameters).ExecuteScalar() switch
        {
            null or DBNull => null,
            bool flag => flag ? 1L : 0L,
            var value => value,
        };

    /// <summary>Reads rows; dispose the reader before the same statement is run again.</summary>
    public DbDataReader Rows(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Prepare(sql, parameters).ExecuteReader();

    /// <summary>Runs a command of this connection and reads its rows as they lie in the database.</summary>
    public RowCursor Cursor(DbCommand command) => engine.Read(command);

    /// <summary>A condition in C#, as SQL for statements of this connection.</summary>
    /// <param name="parameters">Those of the statement; holds the wanted value and may get more.</param>
    public string Where(ColumnCondition condition, DynamicParameters parameters) => engine.Where(this, condition, parameters);

    /// <summary>True when this connection has not heard of that function before.</summary>
    internal bool KnowsAnew(string function) => functions.Add(function);

    [AllowNull]
    public override string ConnectionString
    {
        get => Inner.ConnectionString;
        set => throw new NotSupportedException("It is open already.");
    }

    public override string Database => Inner.Database;

    public override string DataSource => Inner.DataSource;

    public override string ServerVersion => Inner.ServerVersion;

    public override ConnectionState State => Inner.State;

    public override void ChangeDatabase(string databaseName) => Inner.ChangeDatabase(databaseName);

    public override void Open() => Inner.Open();

    public override void Close() => Inner.Close();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => Inner.BeginTransaction(isolationLevel);

    protected override DbCommand CreateDbCommand() => engine.Command(this);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var command in commands.Values)
                command.Dispose();
            commands.Clear();
            foreach (var set in sets.Values)
                set.Dispose();
            sets.Clear();
            Inner.Dispose();
        }
        base.Dispose(disposing);
    }

    private DbCommand Prepare(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = CreateCommand();
            command.CommandText = sql;
            foreach (var (name, _) in parameters)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }
            commands[sql] = command;
        }
        for (var i = 0; i < parameters.Length; i++)
        {
            var value = parameters[i].Value is bool flag ? flag ? 1L : 0L : parameters[i].Value;
            command.Parameters[i].Value = engine.Parameter(value) ?? DBNull.Value;
        }
        return command;
    }
}
