using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Figures;

namespace Voicebot.Core.Synchronization;

/// <summary>
/// After an update of the program that derives more from the vendor's documents than before: maps the stored documents again,
/// newest first, in small transactions beside everything else. An interrupted one goes on at the next start.
/// </summary>
public sealed partial class Rederivation(Database database, ILogger<Rederivation> log) : BackgroundService
{
    private const int RowsPerTransaction = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the server starts meanwhile
        try
        {
            if (database.Read(DerivedState.Of).RederiveFrom == 0)
                return;
            LogStarted();
            while (!stoppingToken.IsCancellationRequested)
            {
                if (!Step())
                {
                    LogEnded();
                    return;
                }
                await Task.Yield(); // other writers come in between
            }
        }
        catch (Exception exception)
        {
            LogFailed(ForeignText.Of(exception)); // tried again at the next start
        }
    }

    /// <summary>Maps some rows again; false when none is left.</summary>
    public bool Step() => database.WriteConversations(writer =>
    {
        var from = DerivedState.Of(writer.Connection).RederiveFrom;
        var rows = writer.Connection.Query<(long Id, string ConversationId, string AgentId)>(
            "SELECT id, conversation_id, agent_id FROM conversations WHERE id <= @from ORDER BY id DESC LIMIT @RowsPerTransaction",
            new { from, RowsPerTransaction }).AsList();
        writer.Load([.. rows.Select(row => row.ConversationId)], withDetails: true);
        foreach (var (id, conversationId, agentId) in rows)
            Derive(writer, id, conversationId, agentId);
        var next = rows.Count < RowsPerTransaction ? 0 : rows[^1].Id - 1;
        writer.Connection.Run("UPDATE derived_state SET rederive_from = @next", ("@next", next));
        return next > 0;
    });

    private static void Derive(ConversationWriter writer, long id, string conversationId, string agentId)
    {
        var stored = writer.FindDocuments(conversationId)!;
        var list = JsonContext.Parse(stored.ListJson) is { } listJson ? new ConversationListItem(listJson) : null;
        var detail = JsonContext.Parse(writer.ReadDetail(id)) is { } detailJson ? new ConversationDetail(detailJson) : null;
        if (list is null && detail is null)
        {
            writer.Reclassify(id); // its documents were forgotten; what the row itself tells is judged anew
            return;
        }
        var conversation = ConversationMapper.Map(conversationId, agentId, list, detail);
        writer.Upsert(conversation, stored.ChangedRunId);
        writer.Index(id, conversation);
    }

    [LoggerMessage(Level = LogLevel.Information,
        Message = "This version knows more of each conversation; the stored ones are read again, in the background.")]
    private partial void LogStarted();

    [LoggerMessage(Level = LogLevel.Information, Message = "The stored conversations have been read again.")]
    private partial void LogEnded();

    [LoggerMessage(Level = LogLevel.Error,
        Message = "Reading the stored conversations again was interrupted; it goes on at the next start. {Error}")]
    private partial void LogFailed(string error);
}
