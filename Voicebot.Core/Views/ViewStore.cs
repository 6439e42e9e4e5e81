using Voicebot.Core.Data;
using Voicebot.Core.Json;
using Voicebot.Core.Phones;

namespace Voicebot.Core.Views;

/// <summary>SQL over the named views.</summary>
public sealed class ViewStore(Database database, TimeProvider clock)
{
    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<SavedView> All() => database.Read(All);

    /// <summary>Stores a new one.</summary>
    /// <exception cref="ViewRefusedException">Another one has its name, or there are as many as there may be.</exception>
    public SavedView Add(SavedView view) => database.Write(connection =>
    {
        var others = All(connection);
        if (others.Count >= SavedView.MostViews)
            throw new ViewRefusedException(ViewRefusal.TooMany);
        RefuseTaken(view, others);
        var stored = view with { ChangedAt = clock.GetUtcNow().ToUnixTimeSeconds() };
        var id = connection.Scalar("""
            INSERT INTO saved_views (name, filters, sort, columns, changed_at) VALUES (@name, @filters, @sort, @columns, @changedAt)
                RETURNING id
            """, Parameters(stored));
        return stored with { Id = (long)id! };
    });

    /// <summary>Stores it in the place of the one with its id; null when there is none.</summary>
    /// <exception cref="ViewRefusedException">Another one has its name.</exception>
    public SavedView? Replace(SavedView view) => database.Write(connection =>
    {
        var all = All(connection);
        if (!all.Any(one => one.Id == view.Id))
            return null;
        RefuseTaken(view, all.Where(one => one.Id != view.Id));
        var stored = view with { ChangedAt = clock.GetUtcNow().ToUnixTimeSeconds() };
        connection.Run("""
            UPDATE saved_views SET name = @name, filters = @filters, sort = @sort, columns = @columns, changed_at = @changedAt
                WHERE id = @id
            """, [.. Parameters(stored), ("@id", stored.Id)]);
        return stored;
    });

    /// <summary>False when there is none.</summary>
    public bool Remove(long id) => database.Write(connection =>
        connection.Scalar("DELETE FROM saved_views WHERE id = @id RETURNING id", ("@id", id)) is not null);

    /// <summary>Removes those that hold somebody's number.</summary>
    public static void RemoveMentions(PreparedConnection connection, string phone)
    {
        var somebody = ClientIdentity.Of(phone);
        var found = All(connection).Where(view => view.Mentions(somebody)).ToList();
        foreach (var view in found)
            connection.Run("DELETE FROM saved_views WHERE id = @id", ("@id", view.Id));
        if (found.Count > 0)
            FileState.CountDeletion(connection);
    }

    private static List<SavedView> All(PreparedConnection connection)
    {
        var views = new List<SavedView>();
        using var rows = connection.Rows("SELECT id, name, filters, sort, columns, changed_at FROM saved_views ORDER BY id");
        while (rows.Read())
            views.Add(new SavedView
            {
                Id = rows.GetInt64(0),
                Name = rows.GetString(1),
                Filters = KeptJson.Filters(rows.GetString(2)),
                Sort = rows.IsDBNull(3) ? null : rows.GetString(3),
                Columns = KeptJson.Texts(rows.IsDBNull(4) ? null : rows.GetString(4)),
                ChangedAt = rows.GetInt64(5),
            });
        return views;
    }

    private static void RefuseTaken(SavedView view, IEnumerable<SavedView> others)
    {
        if (others.Any(other => string.Equals(other.Name, view.Name, StringComparison.OrdinalIgnoreCase)))
            throw new ViewRefusedException(ViewRefusal.NameTaken);
    }

    private static (string Name, object? Value)[] Parameters(SavedView view) =>
    [
        ("@name", view.Name), ("@filters", KeptJson.Write(view.Filters)), ("@sort", view.Sort), ("@columns", KeptJson.Write(view.Columns)),
        ("@changedAt", view.ChangedAt),
    ];
}
