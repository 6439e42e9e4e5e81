using Voicebot.Core.Data;

namespace Voicebot.Core.Settings;

/// <summary>The keys that encrypt what a database holds: in files beside it, or on a server in the database itself.</summary>
public static class StoredKeys
{
    /// <summary>The folder of the keys in a data folder.</summary>
    public const string Folder = "keys";

    /// <summary>As XML, by their names.</summary>
    /// <exception cref="DatabaseUnusableException">One cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> Of(Database database, PreparedConnection connection) =>
        database.IsEmbedded ? KeyFiles.Of(Beside(database)) : KeyRing.Of(connection);

    /// <summary>Adds them to those that are there.</summary>
    public static void Store(Database database, PreparedConnection connection, IReadOnlyDictionary<string, string> keys)
    {
        foreach (var (name, xml) in keys)
            if (database.IsEmbedded)
                KeyFiles.Store(Beside(database), name, xml);
            else
                KeyRing.Store(connection, name, xml);
    }

    private static string Beside(Database database) => Path.Combine(Path.GetDirectoryName(database.Path)!, Folder);
}
