using System.Net;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Voicebot.Core.Data;
using Voicebot.Core.Settings;
using Voicebot.Functions.Commands;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Data;

/// <summary>The product on a PostgreSQL server. Its rules are tested on both engines; here is what only a server can do.</summary>
public sealed class ServerDatabaseTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Host=db.example.com;Database=voicebot;Username=v;Password=p", true)]
    [InlineData("Server=db.example.com;Port=5433;Database=voicebot", true)]
    [InlineData("Host=db.example.com;Username=v", false)]
    [InlineData("Database=voicebot", false)]
    [InlineData("postgres://v:p@db.example.com/voicebot", false)]
    [InlineData("Host=db.example.com;Database=voicebot;Port=many", false)]
    [InlineData("data.db", false)]
    public void Accept_Address_NamesAServerAndADatabase(string address, bool isGood) =>
        Assert.Equal(isGood ? address : null, ServerAddress.Accept(address));

    [Fact]
    public void Migrate_NobodyAnswers_SaysWhatToCheckAndNoSecret()
    {
        using var database = Database.OnServer("Host=127.0.0.1;Port=9;Database=voicebot;Username=v;Password=hidden-word", Beside);

        var refused = Assert.Throws<DatabaseUnusableException>(() => Migrate(database));

        Assert.Contains("VOICEBOT_DATABASE", refused.Message, StringComparison.Ordinal);
        Assert.Contains("voicebot on 127.0.0.1", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-word", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Migrate_DatabaseThatIsNotThere_IsRefused()
    {
        PostgresServer.Require();
        var address = new NpgsqlConnectionStringBuilder(PostgresServer.DatabaseFor(folder.FullPath)) { Database = "vb_not_there" };
        using var database = Database.OnServer(address.ToString(), Beside);

        Assert.Contains("VOICEBOT_DATABASE", Assert.Throws<DatabaseUnusableException>(() => Migrate(database)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "CREATE TABLE invoices (id INT)", "another program (it has a table invoices)")]
    [InlineData(true, "INSERT INTO schemaversions (scriptname, applied) VALUES ('9999_future.sql', now())", "newer version")]
    public void Migrate_DatabaseThatIsNotForThisProgram_IsRefusedAndUntouched(bool isOurs, string sql, string why)
    {
        PostgresServer.Require();
        var address = isOurs ? PostgresServer.DatabaseFor(folder.FullPath) : PostgresServer.EmptyFor(folder.FullPath);
        PostgresServer.Run(sql, address);
        using var database = Database.OnServer(address, Beside);
        var before = Tables(database);

        var refused = Assert.Throws<DatabaseUnusableException>(() => Migrate(database));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Contains("VOICEBOT_DATABASE", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, Tables(database));
    }

    [Fact]
    public async Task Migrate_ManyAtOnce_EachStepRunsOnce()
    {
        PostgresServer.Require();
        var address = PostgresServer.EmptyFor(folder.FullPath);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            using var database = Database.OnServer(address, Beside);
            Migrate(database);
        })));

        using var migrated = Database.OnServer(address, Beside);
        Assert.Equal(MigratorOf(migrated).KnownScripts,
            migrated.Read(connection => connection.ExecuteScalar<long>("SELECT COUNT(*) FROM schemaversions")));
    }

    /// <summary>A column that one engine has and the other has not would be found by the first user who changes.</summary>
    [Fact]
    public void Columns_OfEveryTable_AreThoseOfTheEmbeddedDatabase()
    {
        PostgresServer.Require();
        using var server = Database.OnServer(PostgresServer.DatabaseFor(folder.FullPath), Beside);
        using var embedded = new Database(Path.Combine(folder.FullPath, "embedded.db"));
        Migrate(embedded);

        var expected = embedded.Read(connection => connection.Query<string>("""
            SELECT t.name || '.' || c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c
            WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE 'conversation_search%'
                AND t.name NOT IN ('SchemaVersions', 'conversation_changes')
            """).Order(StringComparer.Ordinal).ToList());
        var found = server.Read(connection => connection.Query<string>("""
            SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public'
                AND table_name NOT IN ('agent_writes', 'conversation_changes', 'conversation_search', 'data_version', 'failed_attempts',
                    'key_ring', 'schemaversions', 'sync_work', 'vendor_budget', 'vendor_shares')
            """).Order(StringComparer.Ordinal).ToList());

        Assert.Equal(expected, found);
    }

    [Theory]
    [InlineData("api/kpis?month=2026-10&compare=previous")]
    [InlineData("api/breakdowns?month=2026-10")]
    [InlineData("api/conversations?per_page=200&sort=-duration")]
    [InlineData("api/conversations?per_page=200&search=faktura")]
    [InlineData("api/export-csv?month=2026-10")]
    public async Task Get_SameVendor_AnswersAsOnTheEmbeddedDatabase(string address)
    {
        PostgresServer.Require();
        await using var vendor = await VendorSimulator.StartAsync(Seed.Conversations());
        vendor.Agents = [("agent_one", "Agent agent_one"), ("agent_two", "Agent agent_two")]; // as the documents say
        await using var embedded = await StartAsync(vendor, null);
        await using var server = await StartAsync(vendor, PostgresServer.DatabaseFor(folder.FullPath));
        await embedded.SyncAsync();
        await server.SyncAsync();

        Assert.Equal(await TextAsync(embedded, address), await TextAsync(server, address));
    }

    [Fact]
    public async Task Write_InOneProgram_IsSeenByTheOtherAtOnce()
    {
        PostgresServer.Require();
        var address = PostgresServer.DatabaseFor(folder.FullPath);
        await using var vendor = await VendorSimulator.StartAsync(Seed.Conversations());
        await using var one = await StartAsync(vendor, address, apiKey: null);
        await using var other = await StartAsync(vendor, address, apiKey: null);
        await one.SaveSettingsAsync(new { api_key = VendorSimulator.Key, agents = new[] { "agent_one", "agent_two" } });
        Assert.Equal(0, (await other.GetJsonAsync("api/kpis?month=2026-10")).Whole("total_conversations"));

        await other.SyncAsync(); // with the key that the one has stored, encrypted

        var (first, second) = (await one.GetJsonAsync("api/kpis?month=2026-10"), await other.GetJsonAsync("api/kpis?month=2026-10"));
        Assert.True(first.Whole("total_conversations") > 0);
        Assert.Equal(first.Whole("total_conversations"), second.Whole("total_conversations"));
    }

    [Fact]
    public async Task Get_ServerAwayForAWhile_Answers503AndThenWorksOn()
    {
        PostgresServer.Require();
        var address = new NpgsqlConnectionStringBuilder(PostgresServer.DatabaseFor(folder.FullPath));
        using var forward = new TcpForward(address.Host!, address.Port);
        (address.Host, address.Port) = ("127.0.0.1", forward.Port);
        await using var vendor = await VendorSimulator.StartAsync(Seed.Conversations());
        vendor.Agents = [("agent_one", "Agent agent_one"), ("agent_two", "Agent agent_two")]; // no other name is learnt meanwhile
        await using var server = await StartAsync(vendor, address.ToString());
        await server.SyncAsync();
        var before = await TextAsync(server, "api/conversations?per_page=3");

        forward.GoAway();
        var away = await server.Http.GetAsync("api/conversations?per_page=4");
        var refused = await server.Http.PostJsonAsync("api/settings", new { mask_phones = false });
        forward.ComeBack();

        await away.ProblemAsync(503, "storage_unreachable");
        Assert.NotNull(away.Headers.RetryAfter);
        await refused.ProblemAsync(503, "storage_unreachable");
        Assert.Equal(before, await TextAsync(server, "api/conversations?per_page=3"));
        await (await server.Http.PostJsonAsync("api/settings", new { mask_phones = false })).JsonAsync();
    }

    [Fact]
    public async Task Get_ConnectionsEndedByTheServer_NobodyNotices()
    {
        PostgresServer.Require();
        var address = PostgresServer.DatabaseFor(folder.FullPath);
        await using var vendor = await VendorSimulator.StartAsync(Seed.Conversations());
        await using var server = await StartAsync(vendor, address);
        await server.SyncAsync();

        PostgresServer.Run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND "
            + "pid <> pg_backend_pid()", address);

        Assert.NotEmpty((await server.GetJsonAsync("api/conversations")).Ids());
        await (await server.Http.PostJsonAsync("api/settings", new { mask_phones = false })).JsonAsync();
    }

    [Fact]
    public async Task Start_FileOfBeforeBesideIt_SaysThatItIsNotUsedAndHowToCopy()
    {
        PostgresServer.Require();
        using (var before = new Database(Beside))
            Migrate(before);

        await using var server = await StartAsync(null, PostgresServer.DatabaseFor(folder.FullPath), null, folder.FullPath);

        Assert.Contains($"{Beside} is not used", server.Log.Text, StringComparison.Ordinal);
        Assert.Contains("copy-to-postgres", server.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_OnAServer_IsAFileThatCanBeRestored()
    {
        PostgresServer.Require();
        await using var vendor = await VendorSimulator.StartAsync(Seed.Conversations());
        await using var server = await StartAsync(vendor, PostgresServer.DatabaseFor(folder.FullPath));
        await server.SyncAsync();
        using var place = new TemporaryFolder();
        var file = Path.Combine(place.FullPath, "backup.db");

        await File.WriteAllBytesAsync(file, await server.Http.GetByteArrayAsync("api/backup"));

        var options = new VoicebotOptions { DataFolder = Path.Combine(place.FullPath, "data") };
        Assert.Equal(0, RestoreDatabase.Run(options, file, TextWriter.Null, TextWriter.Null));
        await using var restored = await StartAsync(vendor, null, folder: options.DataFolder);
        foreach (var address in new[] { "api/kpis", "api/breakdowns", "api/conversations?search=faktura", "api/export-csv" })
            Assert.Equal(await TextAsync(server, address), await TextAsync(restored, address));
        Assert.Empty(Directory.GetFiles(server.DataFolder, ".backup-*"));
        Assert.Empty(Directory.GetFiles(Path.Combine(server.DataFolder, "keys")));
    }

    [Fact]
    public void Restore_OnAServer_ChangesNothing()
    {
        var error = new StringWriter();
        var options = new VoicebotOptions { DataFolder = folder.FullPath, DatabaseServer = "Host=127.0.0.1;Port=9;Database=voicebot" };

        Assert.Equal(1, RestoreDatabase.Run(options, "backup.db", TextWriter.Null, error));
        Assert.All(["pg_restore", "copy-to-postgres"], way => Assert.Contains(way, error.ToString(), StringComparison.Ordinal));
    }

    private string Beside => Path.Combine(folder.FullPath, "voicebot.db");

    private static void Migrate(Database database) => MigratorOf(database).Migrate();

    private static Migrator MigratorOf(Database database) =>
        new(database, new DatabaseBackup(database), NullLogger<Migrator>.Instance);

    private static List<string> Tables(Database database) => database.Read(connection => connection.Query<string>(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'").AsList());

    private static Task<VoicebotServer> StartAsync(VendorSimulator? vendor, string? address, string? apiKey = VendorSimulator.Key,
        string? folder = null) =>
        VoicebotServer.StartAsync(new VoicebotServerSetup
        {
            Vendor = vendor,
            ApiKey = apiKey,
            Agents = apiKey is null ? [] : ["agent_one", "agent_two"],
            TimeZone = "Europe/Warsaw",
            Clock = new StandingClock("2026-11-10T12:00:00Z"),
            DataFolder = folder,
            More = new Dictionary<string, string?> { ["VOICEBOT_DATABASE"] = address, ["VOICEBOT_PAGE_URL"] = "http://localhost/" },
        });

    private static async Task<string> TextAsync(VoicebotServer server, string address)
    {
        var answer = await server.Http.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
