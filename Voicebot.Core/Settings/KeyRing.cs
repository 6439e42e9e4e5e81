using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Voicebot.Core.Data;

namespace Voicebot.Core.Settings;

/// <summary>The keys of data protection in the database of a server, so that each program reads what the others encrypted.</summary>
internal sealed class KeyRing(Database database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => database.Read(connection =>
    {
        var keys = new List<XElement>();
        using var rows = connection.Rows("SELECT xml FROM key_ring ORDER BY name");
        while (rows.Read())
            keys.Add(XElement.Parse(rows.GetString(0)));
        return keys;
    });

    public void StoreElement(XElement element, string friendlyName) => database.Write(connection => connection.Run(
        "INSERT INTO key_ring (name, xml) VALUES (@name, @xml) ON CONFLICT (name) DO UPDATE SET xml = excluded.xml",
        ("@name", friendlyName), ("@xml", element.ToString(SaveOptions.DisableFormatting))));
}
