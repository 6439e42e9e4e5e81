using Voicebot.Core.Agents;
using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Phones;
using Voicebot.Core.Settings;

namespace Voicebot.Core.Synchronization;

/// <summary>Stores what a run reads: one transaction per page of the list and per batch of details, counters included.</summary>
public sealed class ConversationIntake(Database database, VoicebotSettings settings, TimeProvider clock)
{
    private const int MissingAttempts = 3;

    /// <summary>Stores the rows of one page and returns the ids whose details have to be read.</summary>
    public IReadOnlyList<string> StorePage(SyncRun run, IEnumerable<ConversationListItem> items) => database.WriteConversations(writer =>
    {
        var toRead = new List<string>();
        var counts = new SyncCounts();
        foreach (var item in items)
        {
            var (needsDetails, change) = StoreItem(writer, run, item);
            counts = counts with { Fetched = counts.Fetched + 1, New = counts.New + change.New, Updated = counts.Updated + change.Updated };
            if (needsDetails)
                toRead.Add(item.ConversationId!);
            if (item.AgentName is { } name && item.AgentId is { } agentId)
                AgentStore.NameIfNameless(writer.Connection, agentId, name);
        }
        SyncRunStore.Count(writer.Connection, run.Id, counts);
        SyncRunStore.Plan(writer.Connection, run.Id, toRead.Count);
        return toRead;
    });

    /// <summary>Stores a batch of details, or why they could not be read.</summary>
    public void StoreDetails(SyncRun run, IReadOnlyList<DetailReading> readings) => database.WriteConversations(writer =>
    {
        var counts = new SyncCounts();
        foreach (var reading in readings)
        {
            if (writer.FindDocuments(reading.ConversationId) is not { } stored)
                continue;
            if (reading.Detail is { } detail)
            {
                var updated = StoreDetail(writer, run, reading.ConversationId, stored, detail);
                counts = counts with { DetailsFetched = counts.DetailsFetched + 1, Updated = counts.Updated + updated };
            }
            else if (reading is { Vanished: true, Error.Kind: ElevenLabsErrorKind.NotFound })
            {
                Delete(writer, stored, run);
                counts = counts with { DetailsFetched = counts.DetailsFetched + 1, Updated = counts.Updated + FirstChange(stored, run) };
            }
            else
            {
                StoreFailure(writer, stored, reading.Error!);
                counts = counts with { DetailsFailed = counts.DetailsFailed + 1 };
            }
        }
        SyncRunStore.Count(writer.Connection, run.Id, counts);
    });

    /// <summary>The agent's conversations that are not final yet, whenever they took place, except those already tried.</summary>
    public IReadOnlyList<string> PlanUnsettled(SyncRun run, Func<string, bool> isNew) => database.Write(connection =>
    {
        var toRead = UnsettledConversations.Of(connection, run.AgentId).Where(isNew).ToList();
        SyncRunStore.Plan(connection, run.Id, toRead.Count);
        return toRead;
    });

    /// <summary>Stored conversations of the window that the complete list did not contain: their details tell whether the vendor deleted them.</summary>
    public IReadOnlyList<string> PlanVanished(SyncRun run, SyncWindow window, Func<string, bool> isListed) => database.Write(connection =>
    {
        var zone = settings.Zone(connection);
        var vanished = UnsettledConversations.InWindow(connection, run.AgentId, zone.StartOf(window.From), zone.EndOf(window.To)).Where(id => !isListed(id)).ToList();
        SyncRunStore.Plan(connection, run.Id, vanished.Count);
        return vanished;
    });

    /// <summary>Stores one detail document that came without being asked for (a webhook); idempotent.</summary>
    public void StoreDetail(ConversationDetail detail) => database.WriteConversations(writer =>
    {
        var run = new SyncRun { AgentId = detail.AgentId! };
        var isNew = writer.FindDocuments(detail.ConversationId!) is null;
        if (isNew && ErasedConversations.Contains(writer.Connection, detail.ConversationId!))
            return;
        if (isNew)
            writer.Upsert(ConversationMapper.Map(detail.ConversationId!, detail.AgentId!, null, detail), run.Id);
        StoreDetail(writer, run, detail.ConversationId!, writer.FindDocuments(detail.ConversationId!)!, detail);
    });

    private static (bool NeedsDetails, SyncCounts Change) StoreItem(ConversationWriter writer, SyncRun run, ConversationListItem item)
    {
        var stored = writer.FindDocuments(item.ConversationId!);
        // Forgotten here on purpose; what the vendor had deleted and has again is new to us.
        if (stored is { TextsForgotten: true, DeletedAt: null } || (stored is null && ErasedConversations.Contains(writer.Connection, item.ConversationId!)))
            return (false, default);
        if (stored is { DeletedAt: not null })
            writer.ComeBack(stored.Id);
        var merged = DocumentMerge.Merge(JsonContext.Parse(stored?.ListJson), item.Json);
        if (stored is { PhonesForgotten: true, ListJson: not null })
            merged = DocumentMerge.KeepTexts(JsonContext.Parse(stored.ListJson)!.Value, merged);
        var text = JsonContext.Compact(merged);
        if (stored is { DeletedAt: null } && stored.ListJson == text)
            return (!stored.Settled, default);

        var detail = stored is null ? null : JsonContext.Parse(writer.ReadDetail(stored.Id));
        var list = new ConversationListItem(merged);
        var conversation = ConversationMapper.Map(item.ConversationId!, list.AgentId ?? run.AgentId, list, detail is { } json ? new ConversationDetail(json) : null);
        var id = writer.Upsert(conversation, run.Id);
        writer.StoreListDocument(id, text);
        writer.MarkStale(id);
        if (detail is not null)
            writer.Index(id, conversation); // a new one is indexed with its details, which come at once
        return (true, stored is null ? new SyncCounts(New: 1) : new SyncCounts(Updated: FirstChange(stored, run)));
    }

    private int StoreDetail(ConversationWriter writer, SyncRun run, string conversationId, StoredDocuments stored, ConversationDetail read)
    {
        if (stored.TextsForgotten)
            return 0;
        var before = writer.ReadDetail(stored.Id);
        var merged = new ConversationDetail(DocumentMerge.Merge(JsonContext.Parse(before), DetailRedaction.Apply(read.Json)));
        var text = JsonContext.Compact(merged.Json);
        var list = JsonContext.Parse(stored.ListJson) is { } json ? new ConversationListItem(json) : null;
        var conversation = ConversationMapper.Map(conversationId, list?.AgentId ?? merged.AgentId ?? run.AgentId, list, merged);
        var cleaned = false;
        if (stored.PhonesForgotten)
            (text, conversation, cleaned) = WithoutNumber(writer, stored, conversation, text);
        var changed = text != before || cleaned;
        if (changed)
        {
            writer.Upsert(conversation, run.Id);
            writer.StoreDetailDocument(stored.Id, text);
            writer.Index(stored.Id, conversation);
        }
        var now = clock.GetUtcNow();
        writer.MarkRead(stored.Id, now.ToUnixTimeSeconds(), Settling.IsSettled(conversation, merged.HasAnalysis, now));
        return changed ? FirstChange(stored, run) : 0;
    }

    /// <summary>The number was forgotten here, and the vendor has sent it again, perhaps within its texts.</summary>
    /// <returns>Cleaned: the stored list document held it.</returns>
    private static (string Detail, Conversation Conversation, bool Cleaned) WithoutNumber(ConversationWriter writer, StoredDocuments stored, Conversation read, string detail)
    {
        detail = ClientPhoneRemoval.Apply(detail, read.ClientPhone);
        var list = stored.ListJson is { } json ? ClientPhoneRemoval.FromTexts(json, read.ClientPhone) : null;
        var cleaned = list is not null && list != stored.ListJson;
        if (cleaned)
            writer.StoreListDocument(stored.Id, list!);
        return (detail, ConversationMapper.Map(
            read.ConversationId, read.AgentId, list is null ? null : new ConversationListItem(JsonContext.Parse(list)!.Value), new ConversationDetail(JsonContext.Parse(detail)!.Value)), cleaned);
    }

    /// <summary>The vendor has deleted it: texts and numbers go here too, the statistics stay.</summary>
    private void Delete(ConversationWriter writer, StoredDocuments stored, SyncRun run)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        writer.MarkDeleted(stored.Id, now, run.Id);
        writer.ForgetTexts(stored.Id, now);
        writer.ForgetPhones(stored.Id, now);
    }

    private void StoreFailure(ConversationWriter writer, StoredDocuments stored, ElevenLabsException error)
    {
        var now = clock.GetUtcNow();
        var missing = error.Kind == ElevenLabsErrorKind.NotFound;
        var list = JsonContext.Parse(stored.ListJson) is { } json ? new ConversationListItem(json) : null;
        // The list still has it, so it may only be unknown for a moment: a few runs try again, not all to come.
        var settled = missing && stored.DetailsFailures + 1 >= MissingAttempts && Settling.IsPast(list?.StartTime, list?.DurationSeconds, now);
        writer.MarkUnread(stored.Id, missing ? DetailsState.Missing : DetailsState.Failed, error.Message, now.ToUnixTimeSeconds(), settled);
        if (stored.DetailsFailures == 0 && list is not null && writer.ReadDetail(stored.Id) is null)
            writer.Index(stored.Id, ConversationMapper.Map(list.ConversationId!, list.AgentId!, list, null)); // found by its summary at least
    }

    /// <summary>1 when this run changes an older conversation for the first time, so that each counts once.</summary>
    private static int FirstChange(StoredDocuments stored, SyncRun run) => stored.FirstRunId == run.Id || stored.ChangedRunId == run.Id ? 0 : 1;
}

/// <summary>The details of one conversation as read, or the error.</summary>
public sealed record DetailReading(string ConversationId, ConversationDetail? Detail, ElevenLabsException? Error)
{
    /// <summary>Stored, but no longer in the vendor's list.</summary>
    public bool Vanished { get; init; }
}
