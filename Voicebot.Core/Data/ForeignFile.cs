using System.Data.Common;
using Dapper;
using Voicebot.Core.Data.Sqlite;

namespace Voicebot.Core.Data;

/// <summary>A SQLite file of another program: read, never written and never trusted.</summary>
/// <exception cref="StorageException">Of every member: it is no sound database.</exception>
public sealed class ForeignFile : IDisposable
{
    private readonly string path;
    private readonly DbConnection connection;

    public ForeignFile(string path)
    {
        this.path = path;
        connection = Guard(() => SqliteFile.OpenReadOnly(path));
    }

    public IReadOnlySet<string> Tables => Query<string>("SELECT name FROM sqlite_master WHERE type = 'table'").ToHashSet();

    /// <summary>True when it holds what runs by itself: a trigger, a view, a virtual table or a computed column.</summary>
    public bool Computes => Query<string>("""
        SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view') OR sql LIKE 'CREATE VIRTUAL%'
        UNION ALL SELECT t.name FROM sqlite_master t JOIN pragma_table_xinfo(t.name) c WHERE t.type = 'table' AND c.hidden <> 0 LIMIT 1
        """).Count > 0;

    /// <summary>Null when the file is a sound database; else what is wrong with it. Reads the whole file.</summary>
    public string? Fault() => SqliteFile.Fault(path);

    public IReadOnlyList<T> Query<T>(string sql, object? parameters = null) => Guard(() => connection.Query<T>(sql, parameters).AsList());

    /// <summary>Rows by the names of their columns, read as they are asked for.</summary>
    public IEnumerable<IReadOnlyDictionary<string, object>> Rows(string sql)
    {
        using var reader = Guard(() => connection.ExecuteReader(sql));
        while (Guard(reader.Read))
            yield return Guard(() => Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetValue));
    }

    public void Dispose() => connection.Dispose();

    private static T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (DbException exception)
        {
            throw SqliteErrors.Failure(exception);
        }
    }
}
