using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Voicebot.Core.Data.Sqlite;

/// <summary>
/// Compares the schema of a file that somebody brings with the one that our migrations make: a trigger, a view, a generated column or a
/// virtual table of somebody else would run with our rights.
/// </summary>
internal static partial class SchemaCheck
{
    /// <summary>What SQLite makes by itself, and the migration library's own table, whose columns are checked apart.</summary>
    private static readonly string[] Own = ["sqlite_sequence", "sqlite_stat1", "sqlite_stat4", Migrator.Journal];

    private static readonly string[] JournalColumns = ["SchemaVersionID", "ScriptName", "Applied"];

    /// <summary>What is in the file and should not be, or the other way round, in words; null when nothing is.</summary>
    /// <exception cref="SqliteException">The schema cannot be read.</exception>
    public static string? Fault(SqliteConnection connection)
    {
        if (!connection.Query<Column>($"PRAGMA table_xinfo({Migrator.Journal})").Where(column => column.Hidden == 0)
            .Select(column => column.Name).SequenceEqual(JournalColumns)
            || connection.Query<Column>($"PRAGMA table_xinfo({Migrator.Journal})").Any(column => column.Hidden != 0))
            return $"the table {Migrator.Journal} is another one";
        var scripts = connection.Query<string>($"SELECT ScriptName FROM {Migrator.Journal} ORDER BY SchemaVersionID").AsList();
        if (scripts.Find(script => SqliteScripts.TextOf(script) is null) is { } unknown)
            return $"it names a change of the schema that this program does not know ({Shown(unknown)})";
        using var ours = new SqliteConnection("Data Source=:memory:");
        ours.Open();
        // a migration may look into it
        ours.Execute($"CREATE TABLE {Migrator.Journal} (SchemaVersionID INTEGER PRIMARY KEY AUTOINCREMENT, ScriptName TEXT, Applied "
            + $"DATETIME)");
        foreach (var script in scripts)
            ours.Execute(SqliteScripts.TextOf(script)!);
        var (expected, found) = (Objects(ours), Objects(connection));
        foreach (var (name, sql) in found)
            if (!expected.TryGetValue(name, out var wanted) || wanted != sql)
                return $"{Shown(name)} is not as this program makes it";
        return expected.Keys.FirstOrDefault(name => !found.ContainsKey(name)) is { } missing ? $"{missing} is missing" : null;
    }

    private static Dictionary<string, string> Objects(SqliteConnection connection) =>
        connection.Query<(string Type, string Name, string? Sql)>("SELECT type, name, sql FROM sqlite_master")
            .Where(one => !Own.Contains(one.Name, StringComparer.Ordinal) || one.Type != "table")
            .ToDictionary(one => $"{one.Type} {one.Name}", one => Blanks().Replace(one.Sql ?? "", " ").Trim(), StringComparer.Ordinal);

    /// <summary>A stranger's name in a sentence of ours.</summary>
    private static string Shown(string name) => Unprintable().Replace(name.Length > 80 ? name[..80] + "…" : name, "?");

    private sealed record Column
    {
        public string Name { get; init; } = "";
        public long Hidden { get; init; }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[^\p{L}\p{N}\p{P} _…]")]
    private static partial Regex Unprintable();
}
