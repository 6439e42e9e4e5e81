using System.Globalization;
using Voicebot.Core.Data;

namespace Voicebot.Core.Importing;

/// <summary>
/// The <c>voicebot.db</c> of the original Python program, read and never written. Its columns came over several versions
/// and SQLite did not check their types, so that everything is read by name and with tolerance.
/// </summary>
public sealed class OriginalDatabase : IDisposable
{
    private static readonly string[] Tables = ["app_settings", "archive_logs", "conversations", "sync_logs"];
    private const string What = "the original program's voicebot.db";
    private readonly ForeignFile file;

    private OriginalDatabase(ForeignFile file) => this.file = file;

    /// <exception cref="DatabaseUnusableException">There is no such file, or it is something else; the message says what to
    /// do.</exception>
    public static OriginalDatabase Open(string path)
    {
        path = DatabaseRestore.Existing(path, What);
        ForeignFile? file = null;
        try
        {
            file = new ForeignFile(path);
            if (Refusal(file, path) is { } reason)
                throw new DatabaseUnusableException(reason);
            return new OriginalDatabase(file);
        }
        catch (Exception exception)
        {
            file?.Dispose();
            throw exception is StorageException
                ? new DatabaseUnusableException(
                    $"{path} is no sound database: {exception.Message} Give the path of {What}, or of a good copy of it.", exception)
                : exception;
        }
    }

    private static string? Refusal(ForeignFile file, string path)
    {
        var there = file.Tables;
        if (!Tables.All(there.Contains))
            return there.Contains("SchemaVersions")
                ? $"{path} is a database of this program already. Put it in place with the command 'restore FILE'."
                : $"{path} is no voicebot.db of the original program. Give the path of that file.";
        // The original had nothing that computes; such a thing is somebody else's.
        if (file.Computes)
            return $"{path} holds a trigger, a view, a virtual table or a computed column, which {What} does not have. Somebody may "
                + "have changed it; give the path of a good copy.";
        return file.Fault() is { } fault
            ? $"{path} is no sound database: {fault}. Give the path of {What}, or of a good copy of it."
            : null;
    }

    /// <summary>All conversations, oldest first, read as they are asked for.</summary>
    public IEnumerable<OriginalRow> Conversations() => Rows("SELECT * FROM conversations ORDER BY start_time_unix, conversation_id");

    /// <summary>What it had synchronised, oldest first.</summary>
    public IEnumerable<OriginalRow> Runs() => Rows("SELECT * FROM sync_logs ORDER BY id");

    /// <summary>Months (YYYY-MM) that it had archived, by agent.</summary>
    public IReadOnlyList<(string Month, string AgentId)> ArchivedMonths() =>
        file.Query<(string, string)>("SELECT DISTINCT month_partition, agent_id FROM archive_logs ORDER BY month_partition, agent_id");

    public IReadOnlyList<string> AgentIds() => file.Query<string>("SELECT DISTINCT agent_id FROM conversations ORDER BY agent_id");

    public string? Setting(string key) =>
        file.Query<string?>("SELECT value FROM app_settings WHERE key = @key", new { key }).FirstOrDefault();

    public void Dispose() => file.Dispose();

    private IEnumerable<OriginalRow> Rows(string sql) => file.Rows(sql).Select(values => new OriginalRow(values));
}

/// <summary>One row by the names of its columns; a column that is absent, null or of another kind reads as null.</summary>
public sealed class OriginalRow(IReadOnlyDictionary<string, object> values)
{
    private const string PythonTime = "yyyy-MM-dd HH:mm:ss";

    public string? Text(string column) =>
        Convert.ToString(Value(column), CultureInfo.InvariantCulture) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    public double? Number(string column) =>
        double.TryParse(Text(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;

    public long? Whole(string column) => Number(column) is { } number && Math.Abs(number) < 9e15 ? (long)number : null;

    public bool Flag(string column) => Whole(column) == 1;

    /// <summary>Unix seconds of a time as Python's SQLite driver writes it, in UTC.</summary>
    public long? Instant(string column) =>
        Text(column) is { } text && text.Length >= PythonTime.Length
        && DateTimeOffset.TryParseExact(text.AsSpan(0, PythonTime.Length), PythonTime, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUnixTimeSeconds()
            : null;

    private object? Value(string column) => values.TryGetValue(column, out var value) && value is not (DBNull or byte[]) ? value : null;
}
