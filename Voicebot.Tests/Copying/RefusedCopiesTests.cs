using Dapper;
using Npgsql;
using Voicebot.Core.Data;
using Voicebot.Functions;
using Voicebot.Functions.Commands;
using Voicebot.Tests.Faults;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Copying;

/// <summary>What is not copied, or not there: one sentence that says what to do, no password in it, and nothing changed.</summary>
public sealed class RefusedCopiesTests : IDisposable
{
    private const string Password = "hidden-word";

    private readonly CopyFolders folders = new CopyFolders().Migrated();

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task There_ProgramIsRunningOnTheFile_IsRefused()
    {
        await using var server = await VoicebotServer.StartAsync(OnFile(folders.Folder));

        Assert.Contains("Stop it first", folders.Refused(), StringComparison.Ordinal);
        Assert.Empty(ServerTables());
    }

    [Fact]
    public async Task There_ProgramIsRunningOnTheServer_IsRefusedUntilItHasEnded()
    {
        using var elsewhere = new TemporaryFolder();
        await using (var server = await VoicebotServer.StartAsync(OnServer(elsewhere.FullPath)))
            Assert.Contains("here or on another computer. Stop it first", folders.Refused(), StringComparison.Ordinal);

        folders.CopyThere(); // what a start leaves behind is nobody's
    }

    [Fact]
    public async Task Back_ProgramIsRunningOnEitherSide_IsRefusedUntilItHasEnded()
    {
        folders.CopyThere();
        using var elsewhere = new TemporaryFolder();
        await using (var server = await VoicebotServer.StartAsync(OnServer(elsewhere.FullPath)))
            Assert.Contains("Stop it first", folders.RefusedBack(), StringComparison.Ordinal);
        await using (var server = await VoicebotServer.StartAsync(OnFile(folders.BackFolder)))
            Assert.Contains($"running on {folders.BackFolder}", folders.RefusedBack(), StringComparison.Ordinal);

        folders.CopyBack();
    }

    [Fact]
    public void There_DataOnTheServer_AreLeftAsTheyAre()
    {
        Put(folders.Embedded(), "first");
        folders.CopyThere();
        Put(folders.Embedded(), "second");

        var sentence = folders.Refused();

        Assert.Contains("holds data already (in settings)", sentence, StringComparison.Ordinal);
        Assert.Contains("Create an empty database", sentence, StringComparison.Ordinal);
        using var server = folders.OnServer();
        Assert.Equal("first", Mark(server));
    }

    [Fact]
    public void Back_DataInTheFile_AreLeftAsTheyAre()
    {
        folders.CopyThere();
        using (var back = folders.Back())
            CopyFolders.Migrate(back);
        Put(folders.Back(), "kept");

        Assert.Contains("holds data already (in settings)", folders.RefusedBack(), StringComparison.Ordinal);

        using var kept = folders.Back();
        Assert.Equal("kept", Mark(kept));
        Assert.DoesNotContain(Directory.GetFiles(folders.BackFolder), path => path.Contains("copying", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CREATE TABLE invoices (id INT)", "another program (it has a table invoices)")]
    [InlineData("CREATE TABLE schemaversions (schemaversionsid INT, scriptname TEXT, applied TIMESTAMP); "
        + "INSERT INTO schemaversions (scriptname) SELECT 's' || n FROM generate_series(1, 99) AS list (n)", "newer version")]
    public void There_DatabaseThatIsNotForThisProgram_IsRefused(string sql, string why)
    {
        PostgresServer.Run(sql, folders.Address);
        var before = ServerTables();

        Assert.Contains(why, folders.Refused(), StringComparison.Ordinal);
        Assert.Equal(before, ServerTables());
    }

    [Theory]
    [InlineData("INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('9999_future.sql', '2031-01-01')", "newer version")]
    [InlineData("DELETE FROM SchemaVersions WHERE SchemaVersionID = (SELECT MAX(SchemaVersionID) FROM SchemaVersions)", "older version")]
    public void There_FileOfAnotherVersion_IsRefused(string sql, string why)
    {
        using (var embedded = folders.Embedded())
            embedded.Write(connection => connection.Execute(sql));

        Assert.Contains(why, folders.Refused(), StringComparison.Ordinal);
        Assert.Empty(ServerTables());
    }

    [Fact]
    public void There_NoFile_SaysWhereItShouldBe()
    {
        using var nothing = new TemporaryFolder();

        var sentence = folders.Refused(folders.Options with { DataFolder = nothing.FullPath });

        Assert.Contains("VOICEBOT_DATA", sentence, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(nothing.FullPath));
    }

    [Fact]
    public void Back_NothingOnTheServer_IsRefused()
    {
        Assert.Contains("nothing to copy", folders.RefusedBack(), StringComparison.Ordinal);
        Assert.Empty(ServerTables());
    }

    [Fact]
    public void Both_NoAddress_AreWrongUsage()
    {
        var options = folders.Options with { DatabaseServer = null };
        var error = new StringWriter();

        Assert.Equal(ExitCode.WrongUsage, CopyToPostgres.Run(options, null, TextWriter.Null, error));
        Assert.Equal(ExitCode.WrongUsage, CopyToSqlite.Run(options, null, TextWriter.Null, error));
        Assert.All(error.ToString().TrimEnd().Split('\n'), line => Assert.Contains("VOICEBOT_DATABASE", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Both_NobodyAnswersOrRefuses_SayWhatToCheckAndNoPassword()
    {
        using var refusing = new RefusingServer();
        var real = new NpgsqlConnectionStringBuilder(folders.Address) { Database = "vb_not_there", Password = Password }.ToString();
        foreach (var (address, word) in new[]
        {
            ($"Host=127.0.0.1;Port=9;Database=voicebot;Username=v;Password={Password}", "does not answer"),
            ($"Host=127.0.0.1;Port={refusing.Port};Database=voicebot;Username=v;Password={Password}", "password authentication failed"),
            (real, "vb_not_there"),
        })
            foreach (var sentence in new[]
                { folders.Refused(address: address), folders.RefusedBack(folders.Options with { DatabaseServer = address }) })
            {
                Assert.Contains(word, sentence, StringComparison.Ordinal);
                Assert.Contains("start the command again", sentence, StringComparison.Ordinal);
                Assert.DoesNotContain(Password, sentence, StringComparison.Ordinal);
            }
    }

    [Theory]
    [InlineData("copy-to-postgres", "Host=db.example.com;Database=v;Password=hidden-word", "Timeout=many")]
    [InlineData("copy-to-postgres", "Host=db.example.com", "Database=v", "Password=hidden-word")]
    [InlineData("copy-to-postgres", "postgres://v:hidden-word@db.example.com/v")]
    public void Parse_AddressThatIsNone_IsNotShown(params string[] args)
    {
        var refusal = CommandLine.Refusal(CommandLine.Parse(args), args);

        Assert.Contains("one address in quotation marks", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void There_Stopped_NothingIsKept()
    {
        Put(folders.Embedded(), "first");
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var error = new StringWriter();

        Assert.Equal(ExitCode.Failed, CopyToPostgres.Run(folders.Options, null, TextWriter.Null, error, stop.Token));

        Assert.Contains("stopped", error.ToString(), StringComparison.Ordinal);
        folders.CopyThere();
    }

    [Fact]
    public void There_DiskOfTheServerFull_NothingIsKeptAndAnotherTimeItWorks()
    {
        Put(folders.Embedded(), "first");
        using (var server = folders.OnServer())
            CopyFolders.Migrate(server);
        PostgresServer.Run("""
            CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE SQLSTATE ''53100''; END';
            CREATE TRIGGER no_room BEFORE INSERT ON settings FOR EACH ROW EXECUTE FUNCTION no_room()
            """, folders.Address);

        Assert.Contains("its disk is full", folders.Refused(), StringComparison.Ordinal);

        PostgresServer.Run("DROP TRIGGER no_room ON settings", folders.Address);
        folders.CopyThere();
    }

    [Fact]
    public void Back_DiskFull_NothingIsKeptAndAnotherTimeItWorks()
    {
        using var disk = SmallDisk.Mount(megabytes: 1);
        using (var embedded = folders.Embedded())
            embedded.Write(connection => connection.Execute("INSERT INTO settings (name, value) VALUES ('long', @value)",
                new { value = new string('x', 3_000_000) }));
        folders.CopyThere();
        var error = new StringWriter();

        Assert.Equal(ExitCode.Failed, CopyToSqlite.Run(folders.Options, disk.Folder, TextWriter.Null, error));
        Assert.Contains("its disk is full", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(disk.Folder, "voicebot.db*"), path => !path.EndsWith(".lock", StringComparison.Ordinal));

        disk.Resize(megabytes: 32);
        Assert.Equal(ExitCode.Done, CopyToSqlite.Run(folders.Options, disk.Folder, TextWriter.Null, error));
    }

    private List<string> ServerTables()
    {
        using var server = folders.OnServer();
        return server.Read(connection => connection.Query<string>(
            "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public'").AsList());
    }

    private static VoicebotServerSetup OnFile(string folder) => new()
    {
        ApiKey = null,
        Agents = [],
        DataFolder = folder,
        More = new Dictionary<string, string?> { ["VOICEBOT_DATABASE"] = null },
    };

    private VoicebotServerSetup OnServer(string folder) =>
        OnFile(folder) with { More = new Dictionary<string, string?> { ["VOICEBOT_DATABASE"] = folders.Address } };

    private static void Put(Database database, string mark)
    {
        using (database)
            database.Write(connection => connection.Execute(
                "INSERT INTO settings (name, value) VALUES ('mark', @mark) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                new { mark }));
    }

    private static string? Mark(Database database) =>
        database.Read(connection => connection.ExecuteScalar<string>("SELECT value FROM settings WHERE name = 'mark'"));
}
