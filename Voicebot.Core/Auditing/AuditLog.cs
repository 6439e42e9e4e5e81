using Dapper;
using Voicebot.Core.Data;

namespace Voicebot.Core.Auditing;

/// <summary>Who did what with personal data and settings; written before it is done, so that nothing happens unrecorded.</summary>
public sealed class AuditLog(Database database, TimeProvider clock)
{
    public const string SystemRole = "system";

    /// <param name="subject">Never a whole telephone number or a key.</param>
    public void Record(string role, string? who, string action, string? subject = null, string? detail = null) =>
        database.Write(connection => Add(connection, role, who, action, subject, detail));

    /// <summary>Records within a transaction and returns the entry's id.</summary>
    public long Add(PreparedConnection connection, string role, string? who, string action, string? subject, string? detail) =>
        connection.ExecuteScalar<long>(
            "INSERT INTO audit_log (at, role, who, action, subject, detail) VALUES (@at, @role, @who, @action, @subject, @detail) "
            + "RETURNING id",
            new { at = clock.GetUtcNow().ToUnixTimeSeconds(), role, who, action, subject, detail });

    /// <summary>Brings an entry that counts up to date.</summary>
    public static void Amend(PreparedConnection connection, long id, string detail) =>
        connection.Execute("UPDATE audit_log SET detail = @detail WHERE id = @id", new { id, detail });

    /// <summary>Newest first.</summary>
    public IReadOnlyList<AuditEntry> Newest(int limit) => database.Read(connection =>
        connection.Query<AuditEntry>("SELECT id, at, role, who, action, subject, detail FROM audit_log ORDER BY id DESC LIMIT @limit",
            new { limit }).ToList());
}
