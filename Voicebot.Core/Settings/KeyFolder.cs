using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Voicebot.Core.Settings;

/// <summary>
/// The keys of data protection beside an embedded database. ASP.NET Core's own repository writes them by way of the system's temporary
/// folder, which a container with a read-only root has not.
/// </summary>
internal sealed class KeyFolder(string folder) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. KeyFiles.Of(folder).Values.Select(xml => XElement.Parse(xml))];

    public void StoreElement(XElement element, string friendlyName) =>
        KeyFiles.Store(folder, friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
