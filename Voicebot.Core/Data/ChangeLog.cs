using System.Globalization;

namespace Voicebot.Core.Data;

/// <summary>
/// Which conversations changed, by transaction: what has its own copy of them learns by it what to read anew. Row ids only; a nightly job
/// cuts it off (see <see cref="Prune"/>), and whoever comes too late reads everything.
/// </summary>
public static class ChangeLog
{
    private const int MostKept = 20_000;

    /// <summary>To be called once, within the transaction that changes them.</summary>
    public static void Add(PreparedConnection connection, IReadOnlyCollection<long> ids)
    {
        if (ids.Count > 0)
            connection.Run("INSERT INTO conversation_changes (changed) VALUES (@changed)", ("@changed", Dialect.List(ids.Order())));
    }

    /// <summary>Forgets all but the newest.</summary>
    public static void Prune(PreparedConnection connection)
    {
        var place = connection.Dialect.ChangePlace;
        connection.Run($"""
            DELETE FROM conversation_changes
            WHERE {place} < (SELECT {place} FROM conversation_changes ORDER BY {place} DESC LIMIT 1 OFFSET {MostKept})
            """);
    }

    /// <summary>Where the transaction stands that is asked.</summary>
    internal static ChangeMark Mark(PreparedConnection connection)
    {
        using var row = connection.Rows(connection.Dialect.ChangeMark);
        row.Read();
        return new ChangeMark(row.GetInt64(0), row.GetInt64(1));
    }

    /// <summary>
    /// What changed since a mark, some of it perhaps known already; null when that is no longer known.
    /// </summary>
    internal static IReadOnlyList<long>? Since(PreparedConnection connection, ChangeMark mark)
    {
        var place = connection.Dialect.ChangePlace;
        if (connection.Scalar($"SELECT MIN({place}) FROM conversation_changes") is long first && first > mark.Next)
            return null;
        var ids = new HashSet<long>();
        using var rows = connection.Rows($"SELECT changed FROM conversation_changes WHERE {place} >= @next", ("@next", mark.Next));
        while (rows.Read())
        {
            var list = rows.GetString(0).AsSpan().Trim("[]");
            if (list.IsEmpty)
                continue; // where the log begins
            foreach (var id in list.Split(','))
                ids.Add(long.Parse(list[id], CultureInfo.InvariantCulture));
        }
        return [.. ids];
    }
}
