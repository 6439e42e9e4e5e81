using Voicebot.Core.Data;
using Voicebot.Core.Json;
using Voicebot.Core.Phones;

namespace Voicebot.Core.Digests;

/// <summary>SQL over the digests.</summary>
public sealed class DigestStore(Database database, TimeProvider clock)
{
    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<Digest> All() => database.Read(All);

    public Digest? Find(long id) => All().FirstOrDefault(digest => digest.Id == id);

    /// <summary>Stores a new one.</summary>
    /// <exception cref="DigestRefusedException">Another one has its name, or there are as many as there may be.</exception>
    public Digest Add(Digest digest) => database.Write(connection =>
    {
        var others = All(connection);
        if (others.Count >= Digest.MostDigests)
            throw new DigestRefusedException(DigestRefusal.TooMany);
        RefuseTaken(digest, others);
        var stored = digest with { ChangedAt = Now };
        return stored with
        {
            Id = (long)connection.Scalar("""
                INSERT INTO digests (name, period, channel_id, recipients, agents, minute, enabled, changed_at)
                    VALUES (@name, @period, @channel, @recipients, @agents, @minute, @enabled, @changedAt) RETURNING id
                """, Parameters(stored))!,
        };
    });

    /// <summary>
    /// Stores it in the place of the one with its id, and forgets what was sent to those who get it no more; null when there is none.
    /// </summary>
    /// <exception cref="DigestRefusedException">Another one has its name.</exception>
    public Digest? Replace(Digest digest) => database.Write(connection =>
    {
        var all = All(connection);
        if (!all.Exists(one => one.Id == digest.Id))
            return null;
        RefuseTaken(digest, all.Where(one => one.Id != digest.Id));
        var stored = digest with { ChangedAt = Now };
        connection.Run("""
            UPDATE digests SET name = @name, period = @period, channel_id = @channel, recipients = @recipients, agents = @agents,
                minute = @minute, enabled = @enabled, changed_at = @changedAt WHERE id = @id
            """, [.. Parameters(stored), ("@id", stored.Id)]);
        DigestDeliveryStore.Forget(connection, stored);
        return stored;
    });

    /// <summary>False when there is none. What was sent is forgotten with it.</summary>
    public bool Remove(long id) => database.Write(connection =>
        connection.Scalar("DELETE FROM digests WHERE id = @id RETURNING id", ("@id", id)) is not null);

    /// <summary>Takes somebody's number out of their names.</summary>
    public static void RemoveMentions(PreparedConnection connection, string phone)
    {
        var somebody = ClientIdentity.Of(phone);
        foreach (var digest in All(connection))
        {
            if (digest.Without(somebody) is var without && without == digest)
                continue;
            connection.Run("UPDATE digests SET name = @name WHERE id = @id", ("@name", without.Name), ("@id", digest.Id));
            FileState.CountDeletion(connection);
        }
    }

    internal static List<Digest> All(PreparedConnection connection)
    {
        var digests = new List<Digest>();
        using var rows = connection.Rows(
            "SELECT id, name, period, channel_id, recipients, agents, minute, enabled, changed_at FROM digests ORDER BY id");
        while (rows.Read())
            digests.Add(new Digest
            {
                Id = rows.GetInt64(0),
                Name = rows.GetString(1),
                Period = rows.GetString(2),
                ChannelId = rows.IsDBNull(3) ? null : rows.GetInt64(3),
                Recipients = DigestJson.Recipients(rows.GetString(4)),
                AgentIds = KeptJson.Texts(rows.IsDBNull(5) ? null : rows.GetString(5)) ?? [],
                Minute = (int)rows.GetInt64(6),
                Enabled = rows.GetInt64(7) != 0,
                ChangedAt = rows.GetInt64(8),
            });
        return digests;
    }

    private static void RefuseTaken(Digest digest, IEnumerable<Digest> others)
    {
        if (others.Any(other => string.Equals(other.Name, digest.Name, StringComparison.OrdinalIgnoreCase)))
            throw new DigestRefusedException(DigestRefusal.NameTaken);
    }

    private static (string Name, object? Value)[] Parameters(Digest digest) =>
    [
        ("@name", digest.Name), ("@period", digest.Period), ("@channel", digest.ChannelId),
        ("@recipients", DigestJson.Write(digest.Recipients)),
        ("@agents", digest.AgentIds.Count > 0 ? KeptJson.Write(digest.AgentIds) : null), ("@minute", (long)digest.Minute),
        ("@enabled", digest.Enabled), ("@changedAt", digest.ChangedAt),
    ];

    private long Now => clock.GetUtcNow().ToUnixTimeSeconds();
}
