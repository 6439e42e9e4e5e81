using Dapper;
using Microsoft.Data.Sqlite;
using Voicebot.Core.Data;

namespace Voicebot.Tests.Data;

/// <summary>A database as an earlier version left it: the first of the migrations, noted as the migration library notes them.</summary>
internal sealed class OlderDatabase : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("voicebot-test-").FullName;

    public OlderDatabase(int scripts)
    {
        FullPath = Path.Combine(folder, "older.db");
        using var connection = new SqliteConnection($"Data Source={FullPath};Pooling=False");
        connection.Open();
        connection.Execute("CREATE TABLE SchemaVersions (SchemaVersionID INTEGER CONSTRAINT 'PK_SchemaVersions_SchemaVersionID' PRIMARY "
            + "KEY AUTOINCREMENT NOT NULL, ScriptName TEXT NOT NULL, Applied DATETIME NOT NULL)");
        var assembly = typeof(Migrator).Assembly;
        foreach (var name in assembly.GetManifestResourceNames()
            .Where(name => name.Contains(".Data.Migrations.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Take(scripts))
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
            connection.Execute(text.ReadToEnd());
            connection.Execute("INSERT INTO SchemaVersions (ScriptName, Applied) VALUES (@name, '2026-01-01')", new { name });
        }
    }

    public string FullPath { get; }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
