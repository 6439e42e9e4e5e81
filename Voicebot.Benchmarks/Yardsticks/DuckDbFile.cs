using System.Diagnostics;
using System.Text.Json;
using DuckDB.NET.Data;
using Microsoft.Data.Sqlite;
using Voicebot.Core.Figures;

namespace Voicebot.Benchmarks.Yardsticks;

/// <summary>
/// The same conversations in a file of DuckDB, an engine made for counting: texts as words of a dictionary, answers and response times as
/// lists, days by the reporting zone worked out beforehand.
/// </summary>
public sealed class DuckDbFile : IDisposable
{
    private const string Table = """
        CREATE TABLE conversations (
            id BIGINT, agent_id VARCHAR, start_time BIGINT, local_day DATE, local_hour TINYINT, status VARCHAR, finished BOOLEAN,
            call_successful VARCHAR, end_reason VARCHAR, channel VARCHAR, direction VARCHAR, source VARCHAR, main_language VARCHAR,
            call_result VARCHAR, client_turn_count INTEGER, transferred BOOLEAN, agent_handover BOOLEAN, dropout BOOLEAN,
            technical_error BOOLEAN, duration_seconds INTEGER, message_count INTEGER, bot_message_count INTEGER, cost_credits INTEGER,
            cost_usd DOUBLE, rating DOUBLE, criteria VARCHAR[], tools VARCHAR[], response_times INTEGER[])
        """;

    private const string Rows = """
        SELECT id, agent_id, start_time, status, finished, call_successful, end_reason, channel, direction, source, main_language,
            call_result, client_turn_count, transferred, agent_handover, dropout, technical_error, duration_seconds, message_count,
            bot_message_count, cost_credits, cost_usd, rating, criteria, tools, response_times
        FROM conversations ORDER BY id
        """;

    private readonly DuckDBConnection connection;

    private DuckDbFile(string path)
    {
        connection = new DuckDBConnection($"Data Source={path}");
        connection.Open();
    }

    public static string Version { get; } = typeof(DuckDBConnection).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>Opens the file beside a filled database, and makes it where it is not there yet.</summary>
    /// <param name="database">The path of the SQLite file.</param>
    public static DuckDbFile Of(string database, TimeZoneInfo zone)
    {
        var path = Path.ChangeExtension(database, ".duckdb");
        if (File.Exists(path))
            return new DuckDbFile(path);
        var unfinished = path + ".new";
        File.Delete(unfinished);
        using (var file = new DuckDbFile(unfinished))
            file.Fill(database, zone);
        File.Move(unfinished, path);
        return new DuckDbFile(path);
    }

    /// <summary>The rows of an answer, read wholly, and the median of its times in milliseconds.</summary>
    /// <param name="statement">Of the number of the question, so that each is another one.</param>
    public (long Rows, double Median) Time(int count, Func<int, string> statement)
    {
        var times = new List<double>(count);
        var rows = 0L;
        for (var i = -2; i < count; i++) // the first two warm up
        {
            var watch = Stopwatch.StartNew();
            rows = Read(statement(i));
            if (i >= 0)
                times.Add(watch.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        return (rows, times[times.Count / 2]);
    }

    public void Dispose() => connection.Dispose();

    private long Read(string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        using var reader = command.ExecuteReader();
        var rows = 0L;
        while (reader.Read())
        {
            rows++;
            for (var i = 0; i < reader.FieldCount; i++)
                reader.GetValue(i);
        }
        return rows;
    }

    private void Fill(string database, TimeZoneInfo zone)
    {
        Read(Table);
        using var source = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        source.Open();
        using var command = source.CreateCommand();
        command.CommandText = Rows;
        using var row = command.ExecuteReader();
        using var appender = connection.CreateAppender("conversations");
        while (row.Read())
            Append(appender.CreateRow(), row, zone);
    }

    private static void Append(IDuckDBAppenderRow to, SqliteDataReader row, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(2)), zone);
        to.AppendValue(row.GetInt64(0)).AppendValue(row.GetString(1)).AppendValue(row.GetInt64(2))
            .AppendValue(DateOnly.FromDateTime(local.DateTime)).AppendValue((sbyte)local.Hour)
            .AppendValue(row.GetString(3)).AppendValue(row.GetBoolean(4));
        for (var i = 5; i <= 11; i++)
            to.AppendValue(row.IsDBNull(i) ? null : row.GetString(i));
        to.AppendValue(Whole(row, 12));
        for (var i = 13; i <= 16; i++)
            to.AppendValue(row.GetBoolean(i));
        for (var i = 17; i <= 20; i++)
            to.AppendValue(Whole(row, i));
        for (var i = 21; i <= 22; i++)
            to.AppendValue(row.IsDBNull(i) ? null : row.GetDouble(i));
        to.AppendValue(Named(row, 23, value => value.GetString()!)).AppendValue(Named(row, 24, value => $"{value[0]}/{value[1]}"))
            .AppendValue(row.IsDBNull(25) ? [] : Counted(row.GetFieldValue<byte[]>(25)));
        to.EndRow();
    }

    private static int? Whole(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    private static List<string> Named(SqliteDataReader row, int column, Func<JsonElement, string> value) => row.IsDBNull(column) ? []
        : [.. JsonDocument.Parse(row.GetString(column)).RootElement.EnumerateObject().Select(one => $"{one.Name}:{value(one.Value)}")];

    private static List<int> Counted(byte[] histogram) => [.. Histogram.Of(histogram).Counted()
        .SelectMany(one => Enumerable.Repeat((int)one.Value, (int)one.Count))];
}
