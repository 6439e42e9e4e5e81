using Voicebot.Core.Data;
using Voicebot.Core.Figures;

namespace Voicebot.Core.Agents;

/// <summary>SQL over what the vendor's tags are called.</summary>
public static class TagNameStore
{
    /// <summary>Titles by tag id.</summary>
    public static IReadOnlyDictionary<string, string> All(PreparedConnection connection)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        using var rows = connection.Rows("SELECT tag_id, title FROM tag_names");
        while (rows.Read())
            titles[rows.GetString(0)] = rows.GetString(1);
        return titles;
    }

    /// <summary>True when a stored conversation has any tag.</summary>
    public static bool IsAnyCounted(PreparedConnection connection) =>
        connection.Scalar("SELECT 1 FROM daily_counts WHERE dimension = @dimension LIMIT 1", ("@dimension", Dimension.Tag)) is not null;

    /// <summary>True when a stored conversation has a tag whose title is not known.</summary>
    public static bool IsAnyMissing(PreparedConnection connection) => connection.Scalar("""
        SELECT 1 FROM daily_counts c
        WHERE c.dimension = @dimension AND NOT EXISTS (SELECT 1 FROM tag_names n WHERE n.tag_id = c.key) LIMIT 1
        """, ("@dimension", Dimension.Tag)) is not null;

    /// <summary>A tag that the vendor no longer has keeps its title, because its id may stay on conversations.</summary>
    public static void Save(PreparedConnection connection, IEnumerable<(string TagId, string Title)> titles)
    {
        foreach (var (tagId, title) in titles)
            connection.Run("""
                INSERT INTO tag_names (tag_id, title) VALUES (@tagId, @title) ON CONFLICT (tag_id) DO UPDATE SET title = excluded.title
                """, ("@tagId", tagId), ("@title", title));
    }
}
