using Microsoft.Extensions.Logging;
using Voicebot.Core.Agents;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Settings;

namespace Voicebot.Core.Synchronization;

/// <summary>
/// Learns what people call an agent's criteria: conversations name them by id, the agent's configuration has the names.
/// Nothing depends on it, so it asks once and only when a name is missing, and a failure is a line in the log.
/// </summary>
public sealed partial class CriterionNaming(Database database, VoicebotSettings settings, ElevenLabsClients clients, ILogger<CriterionNaming> log)
{
    public async Task LearnAsync(string agentId, CancellationToken cancellation)
    {
        try
        {
            if (settings.Current.Connection is not { } connection || !database.Read(read => CriterionNameStore.IsAnyMissing(read, agentId)))
                return;
            var criteria = await clients.For(connection).ListCriteriaAsync(agentId, cancellation);
            if (criteria.Count > 0)
                database.Write(write => CriterionNameStore.Save(write, agentId, criteria.Select(criterion => (criterion.Id, criterion.Name))));
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

    [LoggerMessage(Level = LogLevel.Information, Message = "The names of the criteria of {AgentId} are not known, their ids are shown instead: {Reason}")]
    private partial void LogNotLearned(string agentId, string reason);
}
