using Microsoft.Data.Sqlite;

namespace Voicebot.Core.Data;

/// <summary>A connection that keeps the statements of hot paths prepared; Dapper would prepare them at every call.</summary>
public sealed class PreparedConnection(string connectionString) : SqliteConnection(connectionString)
{
    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);
    private readonly HashSet<string> functions = new(StringComparer.Ordinal);

    /// <summary>Runs a statement and returns how many rows it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) => Prepare(sql, parameters).ExecuteNonQuery();

    /// <summary>The first value of the first row; null when there is none.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Prepare(sql, parameters).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <summary>Reads rows; dispose the reader before the same statement is run again.</summary>
    public SqliteDataReader Rows(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) => Prepare(sql, parameters).ExecuteReader();

    /// <summary>Makes a pure condition on a column and a value known to SQL, once.</summary>
    public void Define(string name, Func<string?, string, bool> condition)
    {
        if (functions.Add(name))
            CreateFunction(name, condition, isDeterministic: true);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var command in commands.Values)
                command.Dispose();
            commands.Clear();
        }
        base.Dispose(disposing);
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = CreateCommand();
            command.CommandText = sql;
            foreach (var (name, _) in parameters)
                command.Parameters.Add(new SqliteParameter { ParameterName = name });
            commands[sql] = command;
        }
        for (var i = 0; i < parameters.Length; i++)
            command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
        return command;
    }
}
