using System.Runtime.ExceptionServices;
using Voicebot.Core.Data;
using Voicebot.Core.Files;

namespace Voicebot.Core.Copying;

/// <summary>Moves a server's database to an embedded one, with its keys beside it.</summary>
public static class CopyToFile
{
    /// <param name="address">Of the server's database; it stays as it is.</param>
    /// <param name="path">Of the embedded database; it is there once all of it is.</param>
    /// <param name="tell">Called now and then.</param>
    /// <exception cref="DatabaseUnusableException">There is no file; the message says why and what to do.</exception>
    /// <exception cref="OperationCanceledException">There is no file, either.</exception>
    public static CopyReport Run(string address, string path, Action<CopyProgress> tell, CancellationToken cancellation)
    {
        using var source = Database.OnServer(address, path);
        using (var looking = Database.OnServer(address, path))
        using (var held = CopyHold.Of(looking))
            CopySource.Require(looking);
        using var heldSource = CopyHold.Of(source);
        PrivateFiles.CreateFolder(Path.GetDirectoryName(path)!);
        using var place = new Database(path);
        using var heldPlace = CopyHold.Of(place);
        if (File.Exists(path))
            EmptyTarget.Require(place);
        return CopyBeside(source, path, tell, cancellation);
    }

    /// <summary>A backup of a server's database while it is worked on: as of one moment, without the keys, as all backups are.</summary>
    /// <param name="path">Of a file that is not there.</param>
    public static void Snapshot(Database source, string path, CancellationToken cancellation)
    {
        try
        {
            Into(path, target => new DatabaseCopy(source, target, _ => { }, cancellation) { WithKeys = false });
        }
        catch (DatabaseUnusableException exception) when (exception.InnerException is { } fault && StorageFault.Is(fault))
        {
            Remove(path);
            ExceptionDispatchInfo.Throw(fault); // told like everywhere else
        }
        catch
        {
            Remove(path);
            throw;
        }
    }

    private static CopyReport CopyBeside(Database source, string path, Action<CopyProgress> tell, CancellationToken cancellation)
    {
        var arriving = path + ".copying";
        Remove(arriving);
        try
        {
            var report = Into(arriving, target => new DatabaseCopy(source, target, tell, cancellation));
            Put(arriving, path);
            return report;
        }
        finally
        {
            Remove(arriving);
        }
    }

    private static CopyReport Into(string path, Func<Database, DatabaseCopy> copy)
    {
        using (var migrating = new Database(path, JournalMode.Delete))
            EmptyTarget.Migrate(migrating);
        using var target = new Database(path, JournalMode.Delete);
        var report = copy(target).Run();
        return target.Engine.Fault(path) is not { } fault
            ? report
            : throw new DatabaseUnusableException(
                $"The copy in {path} is not sound ({fault}), so nothing of it was kept. Check the disk, and start again.");
    }

    /// <summary>An empty database that was there goes; its journals would be read into the other one.</summary>
    private static void Put(string arriving, string path)
    {
        CompanionFiles.Delete(path);
        File.Move(arriving, path, overwrite: true);
    }

    private static void Remove(string arriving)
    {
        File.Delete(arriving);
        CompanionFiles.Delete(arriving);
    }
}
