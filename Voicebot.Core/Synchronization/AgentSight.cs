using Voicebot.Core.Agents;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;

namespace Voicebot.Core.Synchronization;

/// <summary>
/// Whether a run's key sees the agent at all. A key of another workspace or region gets an empty list and 404 for everything,
/// which must not be taken for a deletion: so it is asked before anything of the kind is believed.
/// </summary>
internal sealed class AgentSight(Database database, ElevenLabsClient client, SyncRun run)
{
    // One answer stands for so many missing conversations; then it is asked again, because a vendor can go blind in the middle of a run.
    private const int MissingPerAnswer = 50;
    private const int TriedConversations = 3;

    private readonly SemaphoreSlim gate = new(1);
    private AgentUnseenException? unseen;
    private int believed;
    private volatile int asked;
    private volatile int lastRead = -1;

    /// <summary>How often the vendor was asked for the agent so far.</summary>
    public int Asked => asked;

    /// <summary>The details of one of the agent's conversations have been read well.</summary>
    /// <param name="askedBefore">What <see cref="Asked"/> was when they were asked for: an answer that comes late says nothing about
    /// the time since.</param>
    public void HasRead(int askedBefore) => lastRead = Math.Max(lastRead, askedBefore); // one lost is asked for again

    /// <summary>Returns when something that is stored may be believed to be missing at the vendor.</summary>
    /// <exception cref="AgentUnseenException">The key sees nothing of the agent, although conversations of earlier runs are
    /// stored.</exception>
    public async Task RequireAsync(CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            if (unseen is null && believed == 0 && database.Read(HasEarlier) && !await SeesAsync(cancellation))
                unseen = await UnseenAsync(cancellation);
            if (unseen is not null)
                throw unseen;
            believed = (believed == 0 ? MissingPerAnswer : believed) - 1;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The vendor does not know the agent whose list was asked for.</summary>
    public async Task<Exception> UnknownAsync(ElevenLabsException said, CancellationToken cancellation) =>
        await client.SeesAgentAsync(run.AgentId, cancellation) ? said : await UnseenAsync(cancellation);

    /// <summary>The vendor shows the agent, or the details of one of its conversations.</summary>
    private async Task<bool> SeesAsync(CancellationToken cancellation)
    {
        var before = asked++; // within the gate
        return await client.SeesAgentAsync(run.AgentId, cancellation) || lastRead >= before || await SeesConversationsAsync(cancellation);
    }

    private async Task<bool> SeesConversationsAsync(CancellationToken cancellation)
    {
        var listed = await NullWhenRefused(() => client.ListConversationsAsync(run.AgentId, null, null, null, cancellation));
        foreach (var id in listed?.Items.Select(item => item.ConversationId).OfType<string>().Take(TriedConversations) ?? [])
            if (await NullWhenRefused(() => client.GetConversationAsync(id, cancellation)) is not null)
                return true;
        return false;
    }

    private static async Task<T?> NullWhenRefused<T>(Func<Task<T>> ask)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (ElevenLabsException exception)
            when (exception.Kind is ElevenLabsErrorKind.NotFound or ElevenLabsErrorKind.PermissionMissing or ElevenLabsErrorKind.Invalid)
        {
            return null;
        }
    }

    private async Task<AgentUnseenException> UnseenAsync(CancellationToken cancellation)
    {
        var (stored, others) = database.Read(connection => (
            (long)connection.Scalar("SELECT COUNT(*) FROM conversations WHERE agent_id = @agentId AND deleted_at IS NULL",
                ("@agentId", run.AgentId))!,
            AgentStore.All(connection).Select(agent => agent.Id).Where(id => id != run.AgentId).ToHashSet()));
        return AgentUnseenException.Of(run.AgentId, stored, stored > 0 && others.Count > 0 && await SeesAnyAsync(others, cancellation));
    }

    private async Task<bool> SeesAnyAsync(HashSet<string> agentIds, CancellationToken cancellation)
    {
        try
        {
            return (await client.ListAgentsAsync(cancellation)).Any(agent => agentIds.Contains(agent.Id));
        }
        catch (ElevenLabsException)
        {
            return false; // it only words the message
        }
    }

    private bool HasEarlier(PreparedConnection connection) => (long)connection.Scalar("""
        SELECT EXISTS (SELECT 1 FROM conversations WHERE agent_id = @agentId AND deleted_at IS NULL AND first_run_id IS DISTINCT
            FROM @runId)
        """, ("@agentId", run.AgentId), ("@runId", run.Id))! != 0;
}
