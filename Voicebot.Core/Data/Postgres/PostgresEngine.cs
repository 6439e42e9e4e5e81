using System.Data.Common;
using System.Reflection;
using Dapper;
using DbUp;
using DbUp.Builder;
using DbUp.Postgresql;
using Npgsql;
using Voicebot.Core.Data.Bulk;

namespace Voicebot.Core.Data.Postgres;

/// <summary>A PostgreSQL server, 15 or later: any number of programs at once, on this computer and others.</summary>
internal sealed class PostgresEngine : Engine
{
    private const int OldestVersion = 15;
    private const string Scripts = ".Data.Migrations.Postgres.";

    /// <summary>Tables that the embedded database has not, or in another form.</summary>
    private static readonly string[] Own =
        ["agent_writes", "conversation_changes", "conversation_search", "data_version", "failed_attempts", "key_ring", "sync_work",
            "vendor_budget", "vendor_shares"];

    private readonly NpgsqlDataSource source;

    /// <exception cref="ArgumentException">It is not what <see cref="ServerAddress"/> accepts.</exception>
    public PostgresEngine(string address)
    {
        var accepted = PostgresAddress.Accept(address) ?? throw new ArgumentException(ServerAddress.Rule, nameof(address));
        Name = accepted.Name;
        source = accepted.Source(settings =>
        {
            settings.ApplicationName = PostgresHold.ProgramName;
            settings.Pooling = false; // connections are kept open, with their statements, by who uses them
            settings.MaxAutoPrepare = 200;
            settings.AutoPrepareMinUsages = 2;
            settings.CommandTimeout = 0; // what is too much work is ended by the server
            settings.IncludeErrorDetail = false; // it would put values of rows into messages
        });
    }

    public override Dialect Dialect { get; } = new PostgresDialect();

    public override bool IsEmbedded => false;

    /// <summary>Server and database, without a user and a password.</summary>
    public override string Name { get; }

    public override DbConnection Connect()
    {
        try
        {
            return source.OpenConnection();
        }
        catch (NpgsqlException exception) when (exception.InnerException is NpgsqlException told)
        {
            throw told; // the driver puts words of its own around what the sign-in says
        }
    }

    /// <summary>Counted on within every write that changes something, so that it appears together with what was written.</summary>
    public override long Version(PreparedConnection watcher) => (long)watcher.Scalar("SELECT version FROM data_version")!;

    public override void SetDurable(PreparedConnection connection, bool durable) =>
        connection.Run(durable ? "SET synchronous_commit = on" : "RESET synchronous_commit");

    public override StorageException Failure(DbException exception) => PostgresErrors.Failure(exception);

    public override bool IsInterrupt(DbException exception) => PostgresErrors.IsInterrupt(exception);

    public override bool IsConnectionLost(DbException exception) => PostgresErrors.IsConnectionLost(exception);

    public override CancellationTokenRegistration InterruptOn(DbConnection connection, CancellationToken cancellation)
    {
        if (!cancellation.CanBeCanceled)
            return default;
        var process = ((NpgsqlConnection)connection).ProcessID;
        return cancellation.Register(() => Cancel(process));
    }

    public override WorkLimit Limit(DbConnection connection, long mostSteps) =>
        new PostgresWorkLimit((NpgsqlConnection)connection, mostSteps);

    public override string Where(PreparedConnection connection, ColumnCondition condition, DynamicParameters parameters)
    {
        // The server does not know the rule, so it is told which of the values that there are keep it.
        var values = connection.Query<string>(
            $"SELECT DISTINCT {condition.Value} FROM {condition.From} WHERE {condition.Value} IS NOT NULL", parameters);
        var name = $"{condition.Name}{parameters.ParameterNames.Count()}";
        parameters.Add(name, Dialect.List(values.Where(value => condition.Holds(value, condition.Wanted))));
        return $"{condition.Value} IN (SELECT value FROM {Dialect.Each("@" + name)})";
    }

    public override DbCommand Command(PreparedConnection connection) =>
        new PostgresCommand(connection, (NpgsqlConnection)connection.Inner);

    public override object? Parameter(object? value) => value is string text ? PostgresText.Storable(text) : value;

    public override RowCursor Read(DbCommand command) => new PostgresRowCursor((NpgsqlDataReader)command.ExecuteReader());

    public override PreparedSet Prepare(DbConnection connection, string sql) => new PostgresPreparedSet((NpgsqlConnection)connection, sql);

    /// <summary>What the server's log still holds is its own; see the privacy chapter of README.</summary>
    public override bool EmptyJournal() => true;

    public override long Bytes()
    {
        using var connection = Connect();
        return connection.ExecuteScalar<long>("SELECT pg_database_size(current_database())");
    }

    public override bool HasRoomFor(double times) => true; // nobody but the server's owner knows

    public override void Vacuum(CancellationToken cancellation)
    {
        using var connection = Connect();
        using (InterruptOn(connection, cancellation))
            foreach (var table in (string[])["conversations", "conversation_texts", "conversation_documents", "conversation_search"])
                connection.Execute($"VACUUM (FULL, ANALYZE) {table}");
    }

    /// <exception cref="DatabaseUnusableException">Always: the server's own tools copy it.</exception>
    public override void CopyTo(string path) => throw new DatabaseUnusableException(
        $"{Name} is kept by a server, which is backed up there: with pg_dump, or by the backups of your provider.");

    public override string? Fault(string path) => null; // a server looks after its own files

    public override bool Begin()
    {
        using var connection = Connect();
        var version = ((NpgsqlConnection)connection).PostgreSqlVersion;
        if (version.Major < OldestVersion)
            throw new DatabaseUnusableException(
                $"{Name} is PostgreSQL {version}, but {OldestVersion} or later is needed. Let the server be updated, or name another "
                + "one in VOICEBOT_DATABASE.");
        if (connection.ExecuteScalar<string>("SHOW server_encoding") is { } encoding && encoding != "UTF8")
            throw new DatabaseUnusableException(
                $"{Name} keeps texts in {encoding}, in which not every language can be written. Create a database with the encoding "
                + "UTF8 and name it in VOICEBOT_DATABASE.");
        var tables = connection.Query<string>("SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()")
            .ToList();
        if (tables.Count > 0 && !tables.Contains(Journal))
            throw new DatabaseUnusableException(
                $"{Name} is used by another program (it has a table {tables[0]}). Create a database of its own for Voicebot Dashboard "
                + "and name it in VOICEBOT_DATABASE.");
        return tables.Count == 0;
    }

    public override IDisposable HoldForMigration()
    {
        var connection = Connect();
        PostgresHold.Wait(connection);
        return connection; // the lock ends with it
    }

    public override IDisposable? TryHoldAlone()
    {
        var connection = Connect();
        if (PostgresHold.TryAlone(connection))
            return connection;
        connection.Dispose();
        return null;
    }

    public override IReadOnlyList<StoredTable> Tables(PreparedConnection connection) =>
        PostgresCatalog.Tables(connection, [Journal, .. Own]);

    public override IReadOnlyDictionary<string, long> Counters(PreparedConnection connection) => PostgresCatalog.Counters(connection);

    public override BulkLoad Load(PreparedConnection connection) => new PostgresBulkLoad(connection);

    public override JournalMode UseJournal(PreparedConnection connection) => JournalMode.Wal;

    public override int AppliedScripts(PreparedConnection connection) =>
        connection.Scalar("SELECT to_regclass(@journal)::text", ("@journal", Journal)) is null
            ? 0
            : Convert.ToInt32(connection.Scalar($"SELECT COUNT(*) FROM {Journal}"), System.Globalization.CultureInfo.InvariantCulture);

    public override bool IsScript(string resource) => resource.Contains(Scripts, StringComparison.Ordinal);

    public override UpgradeEngineBuilder Upgrade() =>
        DeployChanges.To.PostgresqlDatabase(new PostgresqlConnectionManager(source))
            .JournalToPostgresqlTable(null, Journal)
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), IsScript);

    /// <summary>The server's names are in small letters.</summary>
    private static readonly string Journal = Migrator.Journal.ToLowerInvariant();

    private void Cancel(int process)
    {
        try
        {
            using var control = Connect();
            control.Execute("SELECT pg_cancel_backend(@process)", new { process });
        }
        catch (DbException)
        {
            // Then what it works at goes on to its end, and nobody waits for it.
        }
    }
}
