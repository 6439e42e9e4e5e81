using Voicebot.Core.Data;
using Voicebot.Core.Time;

namespace Voicebot.Core.Callbacks;

/// <summary>SQL that reads when somebody talked on the telephone.</summary>
internal static class TalkTimes
{
    // More of one person are a test number's, or a switchboard's.
    private const int MostLookedAt = 200;

    /// <summary>Calls by the person, and calls that the person answered: a mailbox did not.</summary>
    public static BestTime? Of(PreparedConnection connection, long conversation, ReportingZone zone)
    {
        var starts = new List<long>();
        using var rows = connection.Rows($"""
            SELECT c.start_time FROM conversations o JOIN (SELECT id, client_key, person_key, start_time, channel, direction, call_result,
                    end_reason, client_turn_count FROM conversations
                WHERE client_key = (SELECT client_key FROM conversations WHERE id = @conversation) ORDER BY id DESC LIMIT {MostLookedAt}) c
                ON c.person_key = o.person_key
            WHERE o.id = @conversation AND c.start_time IS NOT NULL AND c.channel = 'phone' AND (c.direction = 'inbound'
                OR (c.direction = 'outbound' AND c.end_reason <> 'voicemail'
                    AND (c.call_result = 'answered' OR (c.call_result IS NULL AND c.client_turn_count > 0))))
            """, ("@conversation", conversation));
        while (rows.Read())
            starts.Add(rows.GetInt64(0));
        return BestTime.Of(starts, zone);
    }
}
