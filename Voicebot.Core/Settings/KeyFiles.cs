using System.Xml;
using System.Xml.Linq;
using Voicebot.Core.Data;
using Voicebot.Core.Files;

namespace Voicebot.Core.Settings;

/// <summary>
/// The keys of data protection as files, where the database is a file itself: named and written as ASP.NET Core's own repository does it.
/// </summary>
internal static class KeyFiles
{
    private const string Extension = ".xml";

    /// <summary>The keys as XML, by their names.</summary>
    /// <exception cref="DatabaseUnusableException">One cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> Of(string folder)
    {
        var keys = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (Directory.Exists(folder))
            foreach (var path in Directory.EnumerateFiles(folder, "*" + Extension))
                keys[Path.GetFileNameWithoutExtension(path)] = Read(path);
        return keys;
    }

    public static void Store(string folder, string name, string xml)
    {
        if (!PlainName.Is(name))
            throw new DatabaseUnusableException($"The name of a key is none that a file can have: {WrittenValue.Shown(name)}.");
        PrivateFiles.CreateFolder(Path.GetDirectoryName(folder)!);
        PrivateFiles.CreateOwnFolder(folder);
        var path = Path.Combine(folder, name + Extension);
        var temporary = path + ".tmp";
        File.Delete(temporary);
        using (var file = PrivateFiles.Create(temporary))
        using (var writer = XmlWriter.Create(file, new XmlWriterSettings { Indent = true }))
            XElement.Parse(xml).Save(writer);
        File.Move(temporary, path, overwrite: true);
    }

    private static string Read(string path)
    {
        try
        {
            using var file = PrivateFiles.Read(path);
            return XElement.Load(file).ToString(SaveOptions.DisableFormatting);
        }
        catch (XmlException exception)
        {
            throw new DatabaseUnusableException(
                $"{path} should hold a key that encrypts settings, but is no XML. Put it back from a backup, or take it away and enter "
                + "the settings' keys again afterwards.", exception);
        }
    }
}
