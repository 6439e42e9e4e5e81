using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Voicebot.Core.Data;

namespace Voicebot.Tests.Data;

public sealed class MigratorTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("voicebot-test-").FullName;
    private readonly Database database;

    public MigratorTests() => database = new Database(Path.Combine(folder, "inner", "voicebot.db"));

    private Migrator Migrator => new(database, new DatabaseBackup(database), NullLogger<Migrator>.Instance);

    private static int KnownScripts => typeof(Migrator).Assembly.GetManifestResourceNames().Count(name =>
        name.Contains(".Data.Migrations.", StringComparison.Ordinal) && !name.Contains(".Postgres.", StringComparison.Ordinal));

    public void Dispose()
    {
        SqliteConnection.ClearPool(
            new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = database.Path, ForeignKeys = true, DefaultTimeout = 30 }.ToString()));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Migrate_NewFile_CreatesFolderAndSchema()
    {
        Migrator.Migrate();

        Assert.Equal(KnownScripts, Migrator.SchemaVersion);
        Assert.Equal(0, database.Read(connection => connection.ExecuteScalar<int>("SELECT COUNT(*) FROM conversations")));
    }

    [Fact]
    public void Migrate_NewFolder_IsOpenToItsOwnerOnly()
    {
        Migrator.Migrate();

        if (!OperatingSystem.IsWindows()) // whose folders inherit their access rules
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(Path.GetDirectoryName(database.Path)!));
    }

    [Fact]
    public void Migrate_SecondStart_KeepsTheData()
    {
        Migrator.Migrate();
        database.Write(connection => connection.Execute("INSERT INTO settings (name, value) VALUES ('kept', 'yes')"));

        Migrator.Migrate();

        Assert.Equal("yes", database.Read(connection =>
            connection.ExecuteScalar<string>("SELECT value FROM settings WHERE name = 'kept'")));
        Assert.Equal(KnownScripts, Migrator.SchemaVersion);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(database.Path)!, "*.backup"));
    }

    [Fact]
    public void Migrate_NewerSchema_IsRefusedWithTheWayOut()
    {
        Migrator.Migrate();
        database.Write(connection => connection.Execute(
            "INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('Voicebot.Core.Data.Migrations.9999_future.sql', '2031-01-01')"));

        var refused = Assert.Throws<DatabaseUnusableException>(Migrator.Migrate);

        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"schema {KnownScripts + 1}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("VOICEBOT_DATA", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Migrate_DamagedFile_IsRefusedAndLeftAsItIs()
    {
        var garbage = Encoding.ASCII.GetBytes(new string('x', 5000));
        Directory.CreateDirectory(Path.GetDirectoryName(database.Path)!);
        File.WriteAllBytes(database.Path, garbage);

        var refused = Assert.Throws<DatabaseUnusableException>(Migrator.Migrate);

        Assert.Contains(database.Path, refused.Message, StringComparison.Ordinal);
        Assert.Contains(".backup", refused.Message, StringComparison.Ordinal);
        Assert.Equal(garbage, File.ReadAllBytes(database.Path));
    }

    [Fact]
    public void Migrate_ForeignTables_AreRefusedAndKept()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(database.Path)!);
        database.Write(connection =>
            connection.Execute("CREATE TABLE conversations (id INTEGER PRIMARY KEY, note TEXT); INSERT INTO conversations VALUES (1, "
            + "'mine')"));

        Assert.Throws<DatabaseUnusableException>(Migrator.Migrate);

        Assert.Equal("mine", database.Read(connection => connection.ExecuteScalar<string>("SELECT note FROM conversations")));
        Assert.Equal(0, database.Read(connection =>
            connection.ExecuteScalar<int>("SELECT COUNT(*) FROM sqlite_master WHERE name = 'sync_runs'")));
    }

    [Fact]
    public void Migrate_EmptyFile_IsRefusedAndLeftEmpty()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(database.Path)!);
        File.WriteAllBytes(database.Path, []);

        var refused = Assert.Throws<DatabaseUnusableException>(Migrator.Migrate);

        Assert.Contains("is empty", refused.Message, StringComparison.Ordinal);
        Assert.Contains("restore FILE", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(database.Path).Length);
    }

    [Theory]
    [InlineData("CREATE TABLE notes (text TEXT)", "another program")]
    [InlineData("CREATE TABLE app_settings (x); CREATE TABLE archive_logs (x); CREATE TABLE conversations (x); CREATE TABLE sync_logs (x)",
        "import FILE")]
    public void Migrate_DatabaseOfAnotherProgram_IsRefusedAndLeftAsItIs(string sql, string reason)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(database.Path)!);
        using (var foreign = new SqliteConnection($"Data Source={database.Path};Pooling=False"))
        {
            foreign.Open();
            foreign.Execute(sql);
        }
        var before = File.ReadAllBytes(database.Path);

        Assert.Contains(reason, Assert.Throws<DatabaseUnusableException>(Migrator.Migrate).Message, StringComparison.Ordinal);

        Assert.Equal(before, File.ReadAllBytes(database.Path));
    }

    /// <summary>The program was ended while it made a new database.</summary>
    [Fact]
    public void Migrate_BegunButNotNamedYet_BeginsAnew()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(database.Path)!);
        File.WriteAllBytes(database.Path + ".creating", [1, 2, 3]);

        Migrator.Migrate();

        Assert.Equal(KnownScripts, Migrator.SchemaVersion);
        Assert.False(File.Exists(database.Path + ".creating"));
    }

    [Fact]
    public void Migrate_DatabasePathIsAFolder_IsRefused()
    {
        Directory.CreateDirectory(database.Path);

        Assert.Throws<DatabaseUnusableException>(Migrator.Migrate);
    }

    [Fact]
    public async Task Migrate_TwoAtOnce_BothSucceed()
    {
        await Task.WhenAll(Task.Run(Migrator.Migrate), Task.Run(Migrator.Migrate));

        Assert.Equal(KnownScripts, Migrator.SchemaVersion);
    }
}
