using Dapper;
using Voicebot.Core.Data;
using Voicebot.Core.Phones;

namespace Voicebot.Core.Conversations;

/// <summary>
/// SQL that finds the other conversations of the person of one conversation, by the number or other address, or by the user's id.
/// </summary>
public sealed class SamePerson(Database database)
{
    /// <summary>More of one person are a test number's, or a switchboard's.</summary>
    private const int MostLookedAt = 2000;

    /// <summary>The others, newest first; null when there is no such conversation. Nobody's number and no id find none.</summary>
    /// <param name="conversationId">One of the person's conversations.</param>
    /// <param name="most">So many rows at most; the total counts all.</param>
    public PersonsConversations? Others(string conversationId, int most) => database.Read(connection =>
    {
        using var snapshot = new ReadSnapshot(connection);
        var one = connection.QuerySingleOrDefault<Candidate>($"{Select} WHERE conversation_id = @conversationId", new { conversationId });
        if (one is null)
            return null;
        // By start, as they are to be shown; of equal starts the later stored one is the newer.
        var all = Candidates(connection, one).Where(other => other.Id == one.Id || IsSame(one, other))
            .OrderByDescending(other => other.StartTime ?? long.MinValue).ThenByDescending(other => other.Id).ToList();
        var at = all.FindIndex(other => other.Id == one.Id);
        var others = all.Where(other => other.Id != one.Id).ToList();
        var ids = others.Take(most).Select(other => other.Id).ToList();
        return new PersonsConversations(
            others.Count, at + 1 < all.Count ? all[at + 1].ConversationId : null, at > 0 ? all[at - 1].ConversationId : null,
            ConversationRows.Of(connection, ids));
    });

    private const string Select = """
        SELECT id, conversation_id AS ConversationId, start_time AS StartTime, client_phone AS ClientPhone, client_key AS ClientKey,
            user_key AS UserKey
        FROM conversations
        """;

    private static IEnumerable<Candidate> Candidates(PreparedConnection connection, Candidate one)
    {
        var found = new List<Candidate> { one };
        if (one.ClientKey is { } client)
            found.AddRange(connection.Query<Candidate>(
                $"{Select} WHERE client_key = @client ORDER BY start_time DESC NULLS LAST LIMIT @most",
                new { client, most = MostLookedAt }));
        if (one.UserKey is { } user)
            found.AddRange(connection.Query<Candidate>($"{Select} WHERE user_key = @user ORDER BY start_time DESC NULLS LAST LIMIT @most",
                new { user, most = MostLookedAt }));
        return found.DistinctBy(other => other.Id);
    }

    private static bool IsSame(Candidate one, Candidate other) =>
        (one.UserKey is { } user && user == other.UserKey) || PhoneMatch.IsSame(one.ClientPhone, other.ClientPhone);

    private sealed record Candidate
    {
        public long Id { get; init; }
        public string ConversationId { get; init; } = "";
        public long? StartTime { get; init; }
        public string? ClientPhone { get; init; }
        public long? ClientKey { get; init; }
        public long? UserKey { get; init; }
    }
}

/// <summary>The other conversations of a person, newest first, and their neighbours in time of the one that was asked for.</summary>
public sealed record PersonsConversations(long Total, string? PreviousId, string? NextId, IReadOnlyList<ConversationRow> Rows);
