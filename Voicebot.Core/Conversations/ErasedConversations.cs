using System.Security.Cryptography;
using System.Text;
using Dapper;
using Voicebot.Core.Data;

namespace Voicebot.Core.Conversations;

/// <summary>Remembers which conversations were erased, by a hash of their ids, so that they do not come back.</summary>
public static class ErasedConversations
{
    public static void Remember(PreparedConnection connection, string conversationId, long at) =>
        connection.Execute("INSERT INTO erased_conversations (id_hash, erased_at) VALUES (@hash, @at) ON CONFLICT DO NOTHING",
            new { hash = Hash(conversationId), at });

    public static bool Contains(PreparedConnection connection, string conversationId) =>
        connection.Scalar("SELECT 1 FROM erased_conversations WHERE id_hash = @hash", ("@hash", Hash(conversationId))) is not null;

    /// <summary>Those of these conversations that were erased.</summary>
    public static IReadOnlySet<string> Among(PreparedConnection connection, IEnumerable<string> conversationIds)
    {
        var byHash = conversationIds.Distinct(StringComparer.Ordinal).ToDictionary(Hash, id => id, StringComparer.Ordinal);
        if (byHash.Count == 0)
            return new HashSet<string>();
        return connection.Query<string>(
            $"SELECT id_hash FROM erased_conversations WHERE id_hash IN (SELECT value FROM {connection.Dialect.Each("@hashes")})",
            new { hashes = Dialect.List(byHash.Keys) })
            .Select(hash => byHash[hash]).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The hashes of all of them.</summary>
    public static IReadOnlySet<string> All(PreparedConnection connection) =>
        connection.Query<string>("SELECT id_hash FROM erased_conversations").ToHashSet(StringComparer.Ordinal);

    public static string Hash(string conversationId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(conversationId)));
}
