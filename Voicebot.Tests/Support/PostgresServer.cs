using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Voicebot.Core.Data;

namespace Voicebot.Tests.Support;

/// <summary>
/// The server named in VOICEBOT_TEST_POSTGRES. Each data folder has a database of its own there, copied from a migrated one. Where
/// VOICEBOT_TEST_ENGINE says postgres, every test that leaves the database to its surroundings runs on it.
/// </summary>
internal static class PostgresServer
{
    private static readonly ConcurrentDictionary<string, string> Databases = new(StringComparer.Ordinal);
    private static readonly Lazy<string> Template = new(MakeTemplate);

    private static readonly string? Address =
        Environment.GetEnvironmentVariable("VOICEBOT_TEST_POSTGRES") is { Length: > 0 } address ? address : null;

    /// <summary>Every test that leaves the database to its surroundings runs there.</summary>
    public static readonly bool IsForAll = Environment.GetEnvironmentVariable("VOICEBOT_TEST_ENGINE") == "postgres";

    /// <summary>Skips the test where there is no server.</summary>
    public static void Require() => NeededPart.Require(Address is not null,
        "Name a PostgreSQL server (15 or later) that only the tests use in VOICEBOT_TEST_POSTGRES, as an Npgsql connection string.");

    /// <summary>The address of the folder's database where the tests run on the server; else null.</summary>
    public static string? DefaultFor(string folder) => IsForAll ? DatabaseFor(folder) : null;

    /// <summary>The address of the folder's database, made when there is none yet.</summary>
    public static string DatabaseFor(string folder) => Databases.GetOrAdd(folder, Make);

    /// <summary>An empty database; it goes with the folder.</summary>
    public static string EmptyFor(string folder) => Databases.GetOrAdd(folder, _ =>
    {
        var name = NameOf(folder);
        Run($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'");
        return Of(name);
    });

    /// <summary>Drops what belongs to a folder that goes.</summary>
    public static void Drop(string folder)
    {
        if (Databases.TryRemove(folder, out var address))
            Run($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(address).Database} WITH (FORCE)");
    }

    private static string Make(string folder)
    {
        var name = NameOf(folder);
        lock (Template)
            Run($"CREATE DATABASE {name} TEMPLATE {Template.Value}");
        return Of(name);
    }

    private static string MakeTemplate()
    {
        var name = $"vb_template_{Environment.ProcessId}";
        Run($"DROP DATABASE IF EXISTS {name}");
        Run($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'");
        using var folder = new TemporaryFolder();
        using var database = Database.OnServer(Of(name), Path.Combine(folder.FullPath, "voicebot.db"));
        new Migrator(database, new DatabaseBackup(database), NullLogger<Migrator>.Instance).Migrate();
        return name;
    }

    private static string NameOf(string folder) =>
        "vb_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..24];

    private static string Of(string database) => new NpgsqlConnectionStringBuilder(Address) { Database = database }.ToString();

    /// <summary>Runs a statement on the server's own database, or on that of the address.</summary>
    public static void Run(string sql, string? address = null)
    {
        using var connection = new NpgsqlConnection(address ?? Address);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        command.ExecuteNonQuery();
    }
}
