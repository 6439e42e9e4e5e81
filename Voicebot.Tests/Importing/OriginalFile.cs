using System.Globalization;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Importing;

/// <summary>A <c>voicebot.db</c> with the tables of the original program, filled as it fills them.</summary>
internal sealed class OriginalFile : IDisposable
{
    private readonly SqliteConnection connection;

    /// <param name="withPhones">False: the first version's columns.</param>
    public OriginalFile(string path, bool withPhones = true)
    {
        FullPath = path;
        connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        connection.Execute($"""
            CREATE TABLE app_settings ("key" VARCHAR NOT NULL, value TEXT NOT NULL, updated_at DATETIME, PRIMARY KEY ("key"));
            CREATE TABLE conversations (
                conversation_id VARCHAR NOT NULL, agent_id VARCHAR NOT NULL, agent_name VARCHAR, status VARCHAR NOT NULL,
                    call_successful VARCHAR,
                start_time_unix INTEGER NOT NULL, call_duration_secs INTEGER, message_count INTEGER, transcript_summary TEXT,
                    call_summary_title VARCHAR,
                main_language VARCHAR, direction VARCHAR, rating FLOAT, tool_names TEXT, conversation_initiation_source VARCHAR,
                {(withPhones ? "agent_phone VARCHAR, client_phone VARCHAR," : "")}
                has_audio BOOLEAN, cost INTEGER, termination_reason VARCHAR, user_id VARCHAR, evaluation_criteria_results TEXT,
                    data_collection_results TEXT,
                transcript TEXT, fetched_at DATETIME, details_fetched BOOLEAN, month_partition VARCHAR NOT NULL,
                    PRIMARY KEY (conversation_id));
            CREATE TABLE sync_logs (
                id INTEGER NOT NULL, agent_id VARCHAR NOT NULL, sync_type VARCHAR NOT NULL, started_at DATETIME, finished_at DATETIME,
                    conversations_fetched INTEGER,
                details_fetched INTEGER, status VARCHAR, error_message TEXT, period_from INTEGER, period_to INTEGER, PRIMARY KEY (id));
            CREATE TABLE archive_logs (
                id INTEGER NOT NULL, month_partition VARCHAR NOT NULL, agent_id VARCHAR NOT NULL, file_path VARCHAR NOT NULL,
                    records_count INTEGER, archived_at DATETIME, PRIMARY KEY (id));
            """);
    }

    public string FullPath { get; }

    public void Dispose() => connection.Dispose();

    public OriginalFile Set(string key, string value)
    {
        connection.Execute("INSERT INTO app_settings VALUES (@key, @value, '2026-10-01 08:00:00.123456')", new { key, value });
        return this;
    }

    /// <summary>The vendor's two documents as the original keeps them: columns of the list, then those of the details over them.</summary>
    public OriginalFile Add(VendorConversation vendor, string? agentPhone = null, string? clientPhone = null, bool details = true)
    {
        var (list, detail) = (vendor.List, vendor.Detail);
        var (metadata, analysis) = (detail["metadata"]!.AsObject(), detail["analysis"] as JsonObject);
        var start = (long?)list["start_time_unix_secs"] ?? 0;
        Insert("conversations", new Dictionary<string, object?>
        {
            ["conversation_id"] = (string?)list["conversation_id"],
            ["agent_id"] = (string?)list["agent_id"],
            ["agent_name"] = (string?)list["agent_name"],
            ["status"] = (string?)list["status"],
            ["call_successful"] = (string?)(details ? analysis?["call_successful"] : null) ?? (string?)list["call_successful"],
            ["start_time_unix"] = start,
            ["call_duration_secs"] = (long?)list["call_duration_secs"],
            ["message_count"] = (long?)list["message_count"],
            ["transcript_summary"] = (string?)list["transcript_summary"],
            ["call_summary_title"] = (string?)list["call_summary_title"],
            ["main_language"] = (string?)list["main_language"],
            ["direction"] = (string?)list["direction"],
            ["rating"] = (double?)list["rating"],
            ["tool_names"] = list["tool_names"]?.ToJsonString() ?? "[]",
            ["conversation_initiation_source"] = (string?)list["conversation_initiation_source"],
            ["cost"] = details ? (long?)metadata["cost"] : 0,
            ["details_fetched"] = details ? 1 : 0,
            ["fetched_at"] = "2026-11-01 02:00:05.000001",
            ["month_partition"] = DateTimeOffset.FromUnixTimeSeconds(start).ToString("yyyy-MM", CultureInfo.InvariantCulture),
        });
        if (details)
            Change((string)list["conversation_id"]!, new Dictionary<string, object?>
            {
                ["has_audio"] = (bool?)detail["has_audio"] == true ? 1 : 0,
                ["termination_reason"] = (string?)metadata["termination_reason"],
                ["user_id"] = (string?)detail["user_id"],
                ["evaluation_criteria_results"] = analysis?["evaluation_criteria_results"]?.ToJsonString(),
                ["data_collection_results"] = analysis?["data_collection_results"]?.ToJsonString(),
                ["transcript"] = detail["transcript"]?.ToJsonString(),
            });
        if (agentPhone is not null || clientPhone is not null)
            Change((string)list["conversation_id"]!, new Dictionary<string,
                object?>
            { ["agent_phone"] = agentPhone, ["client_phone"] = clientPhone });
        return this;
    }

    /// <summary>Writes whatever is given into columns of a conversation; SQLite checks nothing.</summary>
    public OriginalFile Change(string conversationId, Dictionary<string, object?> values)
    {
        var parameters = new DynamicParameters(values);
        parameters.Add("theId", conversationId);
        connection.Execute($"UPDATE conversations SET {string.Join(", ", values.Keys.Select(name => $"{name} = @{name}"))} WHERE "
            + $"conversation_id = @theId", parameters);
        return this;
    }

    public OriginalFile Insert(string table, Dictionary<string, object?> values)
    {
        connection.Execute($"INSERT INTO {table} ({string.Join(", ", values.Keys)}) VALUES "
            + $"({string.Join(", ", values.Keys.Select(name => "@" + name))})", new DynamicParameters(values));
        return this;
    }
}
