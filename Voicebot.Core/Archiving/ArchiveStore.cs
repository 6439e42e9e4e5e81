using Dapper;
using Voicebot.Core.Data;
using Voicebot.Core.Time;

namespace Voicebot.Core.Archiving;

/// <summary>One archived file: a month of one agent, as it was known at that time.</summary>
public sealed record Archive
{
    public long Id { get; init; }
    public string Month { get; init; } = "";
    public string AgentId { get; init; } = "";
    public string? AgentName { get; init; }
    public string FileName { get; init; } = "";
    public long RecordsCount { get; init; }
    public long SizeBytes { get; init; }
    /// <summary>Lower-case hexadecimal.</summary>
    public string Sha256 { get; init; } = "";
    /// <summary>Unix seconds.</summary>
    public long ArchivedAt { get; init; }

    public Period Period => Time.Month.TryParse(Month, out var month) ? Period.Of(month) : Period.AllTime;
}

/// <summary>SQL over the archived files.</summary>
public sealed class ArchiveStore(Database database)
{
    private const string Columns = """
        r.id, r.month, r.agent_id AS AgentId, COALESCE(a.typed_name, a.name) AS AgentName, r.file_name AS FileName,
            r.records_count AS RecordsCount, r.size_bytes AS SizeBytes, r.sha256, r.archived_at AS ArchivedAt
        FROM archives r LEFT JOIN agents a ON a.agent_id = r.agent_id
        """;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Archive> All(IReadOnlyList<string>? agentIds) => database.Read(connection =>
        connection.Query<Archive>($"SELECT {Columns} {(agentIds is null ? "" : "WHERE r.agent_id IN @agentIds")} ORDER BY r.id DESC",
            new { agentIds }).ToList());

    public Archive? Find(long id) => database.Read(connection =>
        connection.QuerySingleOrDefault<Archive>($"SELECT {Columns} WHERE r.id = @id", new { id }));

    public Archive? Newest(Month month, string agentId) => database.Read(connection =>
        connection.QueryFirstOrDefault<Archive>(
            $"SELECT {Columns} WHERE r.month = @month AND r.agent_id = @agentId ORDER BY r.id DESC LIMIT 1",
            new { month = month.ToString(), agentId }));

    /// <summary>True also for a file that is gone from the disk: its name is not given away again.</summary>
    public bool HasFile(string fileName) => database.Read(connection =>
        connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM archives WHERE file_name = @fileName)", new { fileName }));

    public Archive Add(Archive archive) => database.Write(connection => archive with
    {
        Id = connection.ExecuteScalar<long>("""
            INSERT INTO archives (month, agent_id, file_name, records_count, size_bytes, sha256, archived_at)
            VALUES (@Month, @AgentId, @FileName, @RecordsCount, @SizeBytes, @Sha256, @ArchivedAt) RETURNING id
            """, archive),
    });

    /// <summary>The file was rewritten.</summary>
    public void Update(long id, RedactedFile file) => database.Write(connection =>
        connection.Execute("UPDATE archives SET records_count = @Rows, size_bytes = @SizeBytes, sha256 = @Sha256 WHERE id = @id",
            new { id, file.Rows, file.SizeBytes, file.Sha256 }));
}
