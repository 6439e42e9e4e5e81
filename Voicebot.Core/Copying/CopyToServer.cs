using Voicebot.Core.Data;

namespace Voicebot.Core.Copying;

/// <summary>Moves the embedded database with its keys to a server.</summary>
public static class CopyToServer
{
    /// <param name="path">Of the embedded database; it stays as it is.</param>
    /// <param name="address">Of an empty database on a server.</param>
    /// <param name="tell">Called now and then.</param>
    /// <exception cref="DatabaseUnusableException">Nothing is on the server; the message says why and what to do.</exception>
    /// <exception cref="OperationCanceledException">Nothing is on the server, either.</exception>
    public static CopyReport Run(string path, string address, Action<CopyProgress> tell, CancellationToken cancellation)
    {
        using var source = new Database(path);
        CopySource.Require(source);
        using var held = CopyHold.Of(source);
        using (var looking = Database.OnServer(address, path))
        using (CopyHold.Of(looking))
            EmptyTarget.Require(looking);
        using (var migrating = Database.OnServer(address, path))
            EmptyTarget.Migrate(migrating);
        using var target = Database.OnServer(address, path);
        using var heldToo = CopyHold.Of(target);
        EmptyTarget.Require(target);
        return new DatabaseCopy(source, target, tell, cancellation).Run();
    }
}
