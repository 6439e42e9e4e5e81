using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Voicebot.Core.Data;
using Voicebot.Core.Settings;
using Voicebot.Functions.Commands;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Copying;

/// <summary>A data folder with a SQLite database, an empty database on the server, and a folder for what comes back from there.</summary>
internal sealed class CopyFolders : IDisposable
{
    private readonly TemporaryFolder source = WhereThereIsAServer();
    private readonly TemporaryFolder back = new();

    public CopyFolders() => Address = PostgresServer.EmptyFor(source.FullPath);

    /// <summary>Of the server's database.</summary>
    public string Address { get; }

    public string Folder => source.FullPath;

    public string BackFolder => back.FullPath;

    public VoicebotOptions Options => new() { DataFolder = Folder, DatabaseServer = Address };

    public Database Embedded() => new(Path.Combine(Folder, "voicebot.db"));

    public Database OnServer() => Database.OnServer(Address, Path.Combine(Folder, "voicebot.db"));

    public Database Back() => new(Path.Combine(BackFolder, "voicebot.db"));

    /// <summary>A new SQLite database in the folder.</summary>
    public CopyFolders Migrated()
    {
        using var database = Embedded();
        Migrate(database);
        return this;
    }

    public static void Migrate(Database database) =>
        new Migrator(database, new DatabaseBackup(database), NullLogger<Migrator>.Instance).Migrate();

    /// <summary>The command to the server, which must succeed; what it printed.</summary>
    public string CopyThere() => Succeed((output, error) => CopyToPostgres.Run(Options, null, output, error));

    /// <summary>The command back to a file, which must succeed; what it printed.</summary>
    public string CopyBack() => Succeed((output, error) => CopyToSqlite.Run(Options, BackFolder, output, error));

    /// <summary>The command to the server, which must fail; its sentence.</summary>
    public string Refused(VoicebotOptions? options = null, string? address = null) =>
        Fail((output, error) => CopyToPostgres.Run(options ?? Options, address, output, error));

    /// <summary>The command to a file, which must fail; its sentence.</summary>
    public string RefusedBack(VoicebotOptions? options = null) =>
        Fail((output, error) => CopyToSqlite.Run(options ?? Options, BackFolder, output, error));

    /// <summary>All rows of a table as texts, by the columns' names.</summary>
    public static IReadOnlyList<string> Rows(Database database, string table) => database.Read(connection =>
        (IReadOnlyList<string>)[.. connection.Query($"SELECT * FROM {table}").Cast<IDictionary<string, object?>>()
            .Select(row => string.Join('\n', row.OrderBy(value => value.Key, StringComparer.Ordinal)
                .Select(value => $"{value.Key}={(value.Value is byte[] bytes ? Convert.ToHexString(bytes) : value.Value)}")))
            .Order(StringComparer.Ordinal)]);

    public void Dispose()
    {
        source.Dispose();
        back.Dispose();
    }

    private static TemporaryFolder WhereThereIsAServer()
    {
        PostgresServer.Require();
        return new TemporaryFolder();
    }

    private static string Succeed(Func<TextWriter, TextWriter, int> run)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exitCode = run(output, error);
        Assert.Equal((0, ""), (exitCode, error.ToString()));
        return output.ToString();
    }

    private static string Fail(Func<TextWriter, TextWriter, int> run)
    {
        var error = new StringWriter();
        Assert.NotEqual(0, run(TextWriter.Null, error));
        return Assert.Single(error.ToString().TrimEnd().Split('\n'));
    }
}
