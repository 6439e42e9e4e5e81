using Dapper;
using Voicebot.Core.Data;
using Voicebot.Core.Phones;

namespace Voicebot.Core.Privacy;

/// <summary>Takes a number out of what was noted down of runs and deeds: messages of the vendor may repeat it.</summary>
internal static class LogMentions
{
    private static readonly (string Table, string Column)[] Texts =
        [("sync_runs", "error_message"), ("audit_log", "subject"), ("audit_log", "detail")];

    public static void Remove(PreparedConnection connection, string phone)
    {
        var changed = 0;
        foreach (var (table, column) in Texts)
            foreach (var (id, text) in connection.Query<(long,
                string)>($"SELECT id, {column} FROM {table} WHERE {column} IS NOT NULL").AsList())
                if (PhoneMask.Removed(text, phone) is var left && left != text)
                    changed += connection.Execute($"UPDATE {table} SET {column} = @left WHERE id = @id", new { id, left });
        if (changed > 0)
            FileState.CountDeletion(connection);
    }
}
