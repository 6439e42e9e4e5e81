using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Voicebot.Core.Agents;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Settings;

namespace Voicebot.Core.Synchronization;

/// <summary>
/// Learns what people call an agent and its criteria: conversations name criteria by id, the agent's configuration has the names.
/// Nothing depends on it, so it asks once, when a name is missing and each night, and a failure is a line in the log.
/// </summary>
public sealed partial class CriterionNaming(Database database, VoicebotSettings settings, ElevenLabsClients clients,
    ILogger<CriterionNaming> log)
{
    /// <summary>One question at a time for each agent, or an older answer could be stored over a newer one.</summary>
    private readonly ConcurrentDictionary<string, SemaphoreSlim> turns = new(StringComparer.Ordinal);

    /// <param name="again">Also when no name is missing: names change.</param>
    public async Task LearnAsync(string agentId, bool again, CancellationToken cancellation)
    {
        var turn = turns.GetOrAdd(agentId, _ => new SemaphoreSlim(1));
        try
        {
            await turn.WaitAsync(cancellation);
            try
            {
                await AskAsync(agentId, again, cancellation);
            }
            finally
            {
                turn.Release();
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // the program stops; the next run asks again
        }
        catch (Exception exception)
        {
            LogNotLearned(agentId, ForeignText.Clean(exception.Message));
        }
    }

    private async Task AskAsync(string agentId, bool again, CancellationToken cancellation)
    {
        if (settings.Current.Connection is not { } connection
            || !(again || database.Read(read => CriterionNameStore.IsAnyMissing(read, agentId))))
            return;
        var agent = await clients.For(connection).GetAgentAsync(agentId, cancellation);
        database.Write(write =>
        {
            AgentStore.Rename(write, agentId, agent.Name ?? "");
            CriterionNameStore.Save(write, agentId,
                agent.Criteria.Select(criterion => (criterion.Id, Agent.Foreign(criterion.Name)!)));
        });
    }

    [LoggerMessage(Level = LogLevel.Information,
        Message = "The names of the criteria of {AgentId} are not known, their ids are shown instead: {Reason}")]
    private partial void LogNotLearned(string agentId, string reason);
}
