using Voicebot.Core.Data;
using Voicebot.Core.Files;

namespace Voicebot.Core.Privacy;

/// <summary>Copies of the whole database that the owner has to remove, beside the database and in the place of files.</summary>
public sealed class CopiesLeft(Database database, StoredFiles files)
{
    /// <summary>What stands for them where nobody can tell.</summary>
    private const string Unknown = "(VOICEBOT_FILES does not answer, so that backups there could not be looked for)";

    /// <summary>Their names.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellation)
    {
        var beside = WrittenFiles.Copies(Path.GetDirectoryName(database.Path)!);
        try
        {
            var elsewhere = (await files.ListAsync("", cancellation)).Select(file => file.Path)
                .Where(path => WrittenFiles.KindOf(path) is { Care: FileCare.OwnersToRemove });
            return [.. beside.Union(elsewhere).Order(StringComparer.Ordinal)];
        }
        catch (FilesException)
        {
            return [.. beside, Unknown];
        }
    }
}
