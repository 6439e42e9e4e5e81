using System.Data.Common;
using System.Reflection;
using Dapper;
using DbUp;
using DbUp.Builder;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Voicebot.Core.Data.Bulk;

namespace Voicebot.Core.Data.Sqlite;

/// <summary>
/// SQLite, one file: readers beside one writer (with a write-ahead log), also from several processes. Its async methods run
/// synchronously.
/// </summary>
internal sealed class SqliteEngine(string path, JournalMode journal = JournalMode.Wal) : Engine
{
    private const string Synchronous = "PRAGMA synchronous =";

    // Of a log only a power cut may take the last commits; a rollback journal that is not on the disk could cost the file's integrity.
    private string Level => journal == JournalMode.Wal ? "NORMAL" : "FULL";

    private readonly string connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        ForeignKeys = true,
        Pooling = false, // connections are kept open, with their statements, by who uses them
        DefaultTimeout = 30, // seconds that a statement waits for another process's write lock
    }.ToString();

    public override Dialect Dialect { get; } = new SqliteDialect();

    public override bool IsEmbedded => true;

    public override string Name => $"The database {path}";

    public override DbConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            connection.Execute($"{Synchronous} {Level}; PRAGMA cache_size = -8000; PRAGMA temp_store = MEMORY;");
            // What is deleted is overwritten with zeros, always. (Of what SQLite moves about within its pages it leaves copies; see
            // FileState.)
            connection.Execute("PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;");
            // The write-ahead log is a mark in the file; the kinds of a rollback journal are each connection's own.
            if (journal != JournalMode.Wal && Mode(connection) != JournalMode.Wal)
                connection.Execute(Choose);
            // LIKE knows the case of ASCII letters only; people search for Polish words.
            connection.CreateFunction("contains",
                (string? text, string part) => text is not null && text.Contains(part, StringComparison.OrdinalIgnoreCase),
                isDeterministic: true);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public override long Version(PreparedConnection watcher) => (long)watcher.Scalar("PRAGMA data_version")!;

    public override void SetDurable(PreparedConnection connection, bool durable) =>
        connection.Run($"{Synchronous} {(durable ? "FULL" : Level)}");

    public override StorageException Failure(DbException exception) => SqliteErrors.Failure(exception);

    public override bool IsInterrupt(DbException exception) => SqliteErrors.IsInterrupt(exception);

    public override bool IsConnectionLost(DbException exception) => false;

    public override CancellationTokenRegistration InterruptOn(DbConnection connection, CancellationToken cancellation) =>
        cancellation.CanBeCanceled
            ? cancellation.Register(static state => raw.sqlite3_interrupt(((SqliteConnection)state!).Handle), connection)
            : default;

    public override WorkLimit Limit(DbConnection connection, long mostSteps) =>
        new SqliteWorkLimit((SqliteConnection)connection, mostSteps);

    public override string Where(PreparedConnection connection, ColumnCondition condition, DynamicParameters parameters)
    {
        if (connection.KnowsAnew(condition.Name))
            ((SqliteConnection)connection.Inner).CreateFunction(condition.Name, condition.Holds, isDeterministic: true);
        return $"{condition.Name}({condition.Value}, @{condition.Parameter})";
    }

    public override DbCommand Command(PreparedConnection connection)
    {
        var inner = (SqliteConnection)connection.Inner;
        return new MeasuredSqliteCommand { Connection = inner, CommandTimeout = inner.DefaultTimeout };
    }

    public override object? Parameter(object? value) => value;

    public override RowCursor Read(DbCommand command) => new SqliteRowCursor((SqliteDataReader)command.ExecuteReader());

    public override PreparedSet Prepare(DbConnection connection, string sql) => new SqlitePreparedSet((SqliteConnection)connection, sql);

    public override bool EmptyJournal()
    {
        using var connection = Connect();
        return connection.QuerySingle<long>("PRAGMA wal_checkpoint(TRUNCATE)") == 0; // the first column: busy
    }

    public override long Bytes() => new FileInfo(path).Length;

    public override bool HasRoomFor(double times) =>
        new DriveInfo(Path.GetDirectoryName(path)!).AvailableFreeSpace >= Bytes() * times;

    public override void Vacuum(CancellationToken cancellation)
    {
        using var connection = Connect();
        connection.Execute(SqliteFile.TemporaryBeside(path)); // the copy may be bigger than the memory
        using (InterruptOn(connection, cancellation))
            connection.Execute("VACUUM", commandTimeout: 0);
    }

    public override void CopyTo(string copy)
    {
        using var connection = Connect();
        connection.Execute("VACUUM INTO @copy", new { copy });
    }

    public override string? Fault(string file) => SqliteFile.Fault(file);

    public override bool Begin()
    {
        var isNew = DatabaseFile.CreateIfMissing(path);
        DatabaseFile.Protect(path);
        if (!isNew)
            DatabaseFile.RefuseForeign(path);
        return isNew;
    }

    public override JournalMode UseJournal(PreparedConnection connection)
    {
        connection.Run(Choose);
        return Mode(connection.Inner);
    }

    public override int AppliedScripts(PreparedConnection connection) => DatabaseFile.AppliedScripts(connection);

    public override bool IsScript(string resource) => SqliteScripts.IsOne(resource);

    public override IDisposable? TryHoldAlone() => DatabaseLease.TryHoldAlone(path);

    public override IReadOnlyList<StoredTable> Tables(PreparedConnection connection) => SqliteCatalog.Tables(connection.Inner);

    public override IReadOnlyDictionary<string, long> Counters(PreparedConnection connection) =>
        SqliteCatalog.Counters(connection.Inner);

    public override BulkLoad Load(PreparedConnection connection) => new SqliteBulkLoad(connection, path);

    public override IDisposable HoldForMigration() => FileLock.Take(path + ".migrating");

    private string Choose => $"PRAGMA journal_mode = {journal}";

    private static JournalMode Mode(DbConnection connection) =>
        Enum.TryParse<JournalMode>(connection.ExecuteScalar<string>("PRAGMA journal_mode"), ignoreCase: true, out var mode)
            ? mode
            : JournalMode.Delete;

    public override UpgradeEngineBuilder Upgrade() =>
        DeployChanges.To.SqliteDatabase(connectionString)
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), IsScript);
}
