using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Voicebot.Core.Data;

namespace Voicebot.Core.Settings;

/// <summary>The keys of data protection in the database of a server, so that each program reads what the others encrypted.</summary>
internal sealed class KeyRing(Database database) : IXmlRepository
{
    /// <summary>
    /// Makes the first key, one program at a time: of two that begin a ring at once, each would go on with a key of its own, which the
    /// other reads only a day later.
    /// </summary>
    public static void Begin(Database database, IDataProtectionProvider protection)
    {
        using var oneAtATime = database.Guard(database.Engine.HoldForMigration);
        protection.CreateProtector("Voicebot.Start").Protect([]);
    }

    public IReadOnlyCollection<XElement> GetAllElements() =>
        database.Read(connection => (XElement[])[.. Of(connection).Values.Select(xml => XElement.Parse(xml))]);

    public void StoreElement(XElement element, string friendlyName) =>
        database.Write(connection => Store(connection, friendlyName, element.ToString(SaveOptions.DisableFormatting)));

    /// <summary>The keys as XML, by their names.</summary>
    public static IReadOnlyDictionary<string, string> Of(PreparedConnection connection)
    {
        var keys = new SortedDictionary<string, string>(StringComparer.Ordinal);
        using var rows = connection.Rows("SELECT name, xml FROM key_ring");
        while (rows.Read())
            keys[rows.GetString(0)] = rows.GetString(1);
        return keys;
    }

    public static void Store(PreparedConnection connection, string name, string xml) => connection.Run(
        "INSERT INTO key_ring (name, xml) VALUES (@name, @xml) ON CONFLICT (name) DO UPDATE SET xml = excluded.xml",
        ("@name", name), ("@xml", xml));
}
