using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Voicebot.Core.Data;

namespace Voicebot.Tests.Support;

/// <summary>
/// The server named in VOICEBOT_TEST_POSTGRES. Where it is named, every test that leaves the database to its surroundings has one there:
/// each data folder its own, copied from a migrated one.
/// </summary>
internal static class PostgresServer
{
    private static readonly ConcurrentDictionary<string, string> Databases = new(StringComparer.Ordinal);
    private static readonly Lazy<string> Template = new(MakeTemplate);

    /// <summary>Null when the tests run on the embedded database.</summary>
    public static string? Address { get; } = Environment.GetEnvironmentVariable("VOICEBOT_TEST_POSTGRES") is { Length: > 0 } address ? address : null;

    /// <summary>The address of the folder's database, made when there is none yet; null when the tests run on the embedded one.</summary>
    public static string? DatabaseFor(string folder) => Address is null ? null : Databases.GetOrAdd(folder, Make);

    /// <summary>Drops what belongs to a folder that goes.</summary>
    public static void Drop(string folder)
    {
        if (Databases.TryRemove(folder, out var address))
            Run($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(address).Database} WITH (FORCE)");
    }

    private static string Make(string folder)
    {
        var name = "vb_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..24];
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

    private static string Of(string database) => new NpgsqlConnectionStringBuilder(Address) { Database = database }.ToString();

    private static void Run(string sql)
    {
        using var connection = new NpgsqlConnection(Address);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        command.ExecuteNonQuery();
    }
}
