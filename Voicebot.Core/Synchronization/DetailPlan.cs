using Voicebot.Core.Data;
using Voicebot.Core.Settings;

namespace Voicebot.Core.Synchronization;

/// <summary>Which details a run has to read besides those that its list asks for.</summary>
public sealed class DetailPlan(Database database, VoicebotSettings settings, TimeProvider clock)
{
    private static readonly TimeSpan RereadDays = TimeSpan.FromDays(30);

    /// <summary>Counts what the run is to read, in the transaction that finds it; on a server others can take of it then.</summary>
    /// <exception cref="RunLostException">As with <see cref="SyncRunStore.Count"/>.</exception>
    internal static void Add(Database database, PreparedConnection connection, SyncRun run, IReadOnlyList<string> toRead,
        bool vanished = false) => SyncRunStore.Plan(connection, run,
            database.IsEmbedded ? toRead.Count : SyncWork.Add(connection, run.Id, toRead, vanished));

    /// <summary>The agent's conversations that are not final yet, whenever they took place, except those already tried.</summary>
    public IReadOnlyList<string> Unsettled(SyncRun run, Func<string, bool> isNew) => database.Write(connection =>
    {
        var toRead = UnsettledConversations.Of(connection, run.AgentId, clock.GetUtcNow().ToUnixTimeSeconds()).Where(isNew).ToList();
        Add(database, connection, run, toRead);
        return toRead;
    });

    /// <summary>The agent's conversations of the last thirty days that the run is to read again, except those already planned.</summary>
    public IReadOnlyList<string> Rereading(SyncRun run, Func<string, bool> isNew) =>
        run.RereadBefore is not { } before ? [] : database.Write(connection =>
    {
        var since = clock.GetUtcNow() - RereadDays;
        var toRead = UnsettledConversations.ReadBefore(connection, run.AgentId, since.ToUnixTimeSeconds(), before).Where(isNew).ToList();
        Add(database, connection, run, toRead);
        return toRead;
    });

    /// <summary>
    /// Stored conversations of the window that the complete list did not contain: their details tell whether the vendor deleted them.
    /// </summary>
    public IReadOnlyList<string> Vanished(SyncRun run, SyncWindow window, Func<string, bool> isListed) => database.Write(connection =>
    {
        var zone = settings.Zone(connection);
        var vanished = UnsettledConversations.InWindow(connection, run.AgentId, zone.StartOf(window.From), zone.EndOf(window.To))
            .Where(id => !isListed(id) && !UnsettledConversations.IsListedElsewhere(connection, id)).ToList();
        Add(database, connection, run, vanished, vanished: true);
        return vanished;
    });
}
