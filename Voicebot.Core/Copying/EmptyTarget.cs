using Dapper;
using Voicebot.Core.Data;

namespace Voicebot.Core.Copying;

/// <summary>What a copy may be put in place of: nothing, or a database that holds no data of anybody.</summary>
internal static class EmptyTarget
{
    /// <summary>What a program writes by itself when it starts on a new database.</summary>
    private static readonly string[] OfAStart =
        ["alert_progress", "alert_rules", "alerts", "derived_state", "file_state", "review_progress", "review_rules", "timers"];

    /// <summary>Looks at a database that is there.</summary>
    /// <exception cref="DatabaseUnusableException">It has data, or is not ours.</exception>
    public static void Require(Database database) => CopyFailure.Told(database, () =>
    {
        if (database.Engine.Begin())
            return true;
        using var connection = database.Open();
        if (database.Engine.AppliedScripts(connection) == 0)
            return true;
        foreach (var table in database.Engine.Tables(connection).Where(table => !OfAStart.Contains(table.Name)))
            if (connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM (SELECT 1 FROM {table.Name} LIMIT 1) AS rows") > 0)
                throw new DatabaseUnusableException(
                    $"{database.Name} holds data already (in {table.Name}), and a copy takes the place of nothing that somebody may need. "
                    + (database.IsEmbedded
                        ? "Name an empty folder, or move that file to another place first."
                        : "Create an empty database on the server and name it instead."));
        return true;
    }, reads: false);

    /// <summary>Gives it this program's schema.</summary>
    public static void Migrate(Database database) => CopySource.MigratorOf(database).Migrate();
}
