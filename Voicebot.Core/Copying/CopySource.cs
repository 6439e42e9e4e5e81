using Microsoft.Extensions.Logging.Abstractions;
using Voicebot.Core.Data;

namespace Voicebot.Core.Copying;

/// <summary>A database that can be copied: there, ours, and of this program's schema.</summary>
internal static class CopySource
{
    /// <exception cref="DatabaseUnusableException">It cannot be copied.</exception>
    public static void Require(Database database) => CopyFailure.Told(database, () =>
    {
        if (database.IsEmbedded && !File.Exists(database.Path))
            throw new DatabaseUnusableException(
                $"There is no database {database.Path}, so there is nothing to copy. Name its folder in VOICEBOT_DATA.");
        var migrator = MigratorOf(database);
        var schema = database.Engine.Begin() ? 0 : migrator.SchemaVersion;
        if (schema == 0)
            throw new DatabaseUnusableException(
                $"{database.Name} is empty, so there is nothing to copy. Check {migrator.Variable}.");
        if (schema > migrator.KnownScripts)
            throw new DatabaseUnusableException(
                $"{database.Name} was written by a newer version of Voicebot Dashboard (schema {schema}, this program knows "
                + $"{migrator.KnownScripts}). Install the newer version, and copy with that.");
        if (schema < migrator.KnownScripts)
            throw new DatabaseUnusableException(
                $"{database.Name} was written by an older version of Voicebot Dashboard (schema {schema}, this program has "
                + $"{migrator.KnownScripts}). Start this program on it once, stop it, and copy then.");
        return true;
    }, reads: true);

    internal static Migrator MigratorOf(Database database) =>
        new(database, new DatabaseBackup(database), NullLogger<Migrator>.Instance);
}
