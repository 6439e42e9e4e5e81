using System.Security.Cryptography;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Voicebot.Core.Data;

namespace Voicebot.Core.Privacy;

/// <summary>SQL over the erasures that were asked for. Their subjects are encrypted, and gone as soon as they are not needed.</summary>
public sealed class ErasureStore(Database database, IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Columns = """
        id, kind, phase, requested_at AS RequestedAt, finished_at AS FinishedAt, scanned_to AS ScannedTo,
        conversations, documents, mentions, archives, archive_rows AS ArchiveRows
        """;

    private readonly IDataProtector protector = protection.CreateProtector("Voicebot.Erasure.Subject");

    /// <summary>Writes down what is to be erased, on the disk before it returns.</summary>
    public long Begin(ErasureKind kind, string subject)
    {
        var (text, secret, now) = (kind.ToString(), protector.Protect(subject), clock.GetUtcNow().ToUnixTimeSeconds());
        return database.WriteDurably(connection => connection.ExecuteScalar<long>(
            "INSERT INTO erasures (kind, subject, phase, requested_at) VALUES (@text, @secret, 'Removing', @now) RETURNING id",
                new { text, secret, now }));
    }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Erasure> Unfinished() => database.Read(connection =>
        connection.Query<Erasure>($"SELECT {Columns} FROM erasures WHERE finished_at IS NULL ORDER BY id").AsList());

    /// <summary>Unfinished ones first, then the newest.</summary>
    public IReadOnlyList<Erasure> Newest(int limit) => database.Read(connection =>
        connection.Query<Erasure>($"SELECT {Columns} FROM erasures ORDER BY finished_at IS NOT NULL, id DESC LIMIT @limit",
            new { limit }).AsList());

    public Erasure Get(long id) =>
        database.Read(connection => connection.QuerySingle<Erasure>($"SELECT {Columns} FROM erasures WHERE id = @id", new { id }));

    /// <summary>The id or number; null when it can no longer be decrypted.</summary>
    public string? Subject(long id)
    {
        try
        {
            return database.Read(connection =>
                connection.ExecuteScalar<string?>("SELECT subject FROM erasures WHERE id = @id", new { id })) is { } secret
                ? protector.Unprotect(secret)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Nothing refers to the subject any more, so it goes, too.</summary>
    public void EnterOverwriting(long id) => database.Write(connection =>
        connection.Execute("UPDATE erasures SET phase = 'Overwriting', subject = NULL WHERE id = @id", new { id }));

    public void Finish(long id)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        database.Write(connection =>
            connection.Execute("UPDATE erasures SET phase = 'Finished', finished_at = @now WHERE id = @id", new { id, now }));
    }

    public void AddArchives(long id, int files, long rows) => database.Write(connection =>
        connection.Execute("UPDATE erasures SET archives = archives + @files, archive_rows = archive_rows + @rows WHERE id = @id",
            new { id, files, rows }));

    /// <summary>Within the transaction that deletes them.</summary>
    internal static void AddConversations(PreparedConnection connection, long id, int conversations, int documents) => connection.Run(
        "UPDATE erasures SET conversations = conversations + @conversations, documents = documents + @documents WHERE id = @id",
        ("@id", id), ("@conversations", conversations), ("@documents", documents));

    /// <summary>Within the transaction that changes their texts.</summary>
    internal static void Scanned(PreparedConnection connection, long id, long to, int mentions) => connection.Run(
        "UPDATE erasures SET scanned_to = @to, mentions = mentions + @mentions WHERE id = @id", ("@id", id), ("@to", to),
            ("@mentions", mentions));
}
