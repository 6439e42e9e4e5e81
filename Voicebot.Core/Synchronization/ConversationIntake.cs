using System.Text.Json;
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
    public IReadOnlyList<string> StorePage(SyncRun run, IReadOnlyList<ConversationListItem> items) =>
        database.WriteConversations(items.Select(item => item.AgentId).OfType<string>().Append(run.AgentId), writer =>
    {
        var toRead = new List<(string ConversationId, long? IfDue)>();
        var counts = new SyncCounts();
        var owners = new ConversationOwners(writer.Connection);
        writer.Load([.. items.Select(item => item.ConversationId!)]);
        var erased = ErasedConversations.Among(writer.Connection,
            items.Select(item => item.ConversationId!).Where(id => writer.FindDocuments(id) is null));
        ConversationListItem? newest = null;
        foreach (var item in items)
        {
            var (needsDetails, ifDue, change, isNews) = StoreItem(writer, run, item, owners, erased);
            counts = counts with
            {
                Fetched = counts.Fetched + 1,
                New = counts.New + change.New,
                Updated = counts.Updated + change.Updated,
            };
            if (needsDetails || ifDue is not null)
                toRead.Add((item.ConversationId!, ifDue));
            if (isNews && item.AgentId == run.AgentId && (newest is null || item.StartTime > newest.StartTime))
                newest = item;
        }
        foreach (var (agentId, name) in items.Select(item => (item.AgentId, item.AgentName)).Distinct())
            if (agentId is not null && name is not null)
                AgentStore.NameIfNameless(writer.Connection, agentId, name);
        if (newest is { AgentName: { } current, StartTime: { } start }
            && UnsettledConversations.IsNewest(writer.Connection, run.AgentId, start))
            AgentStore.Rename(writer.Connection, run.AgentId, current); // the name as of the newest conversation
        SyncRunStore.Count(writer.Connection, run, counts);
        var due = UnsettledConversations.Due(writer.Connection, [.. toRead.Select(one => one.IfDue).OfType<long>()],
            clock.GetUtcNow().ToUnixTimeSeconds());
        toRead.RemoveAll(one => one.IfDue is { } id && !due.Contains(id));
        var planned = toRead.ConvertAll(one => one.ConversationId);
        DetailPlan.Add(database, writer.Connection, run, planned);
        return planned;
    });

    /// <summary>Stores a batch of details, or why they could not be read.</summary>
    /// <param name="run">Without an owner where this program only helps.</param>
    /// <param name="readings">Several conversations.</param>
    /// <param name="taker">Where several programs read for the run: who had them in hand. What it has no more is not stored.</param>
    /// <exception cref="RunLostException">The run is not its owner's any more, or has ended; nothing was stored.</exception>
    public void StoreDetails(SyncRun run, IReadOnlyList<DetailReading> readings, string? taker = null) =>
        database.WriteConversations(readings.Select(reading => reading.Detail?.AgentId).OfType<string>().Append(run.AgentId), writer =>
    {
        var counts = new SyncCounts();
        var inHand = taker is null ? readings : InHand(writer, run, readings, taker);
        if (inHand.Count == 0)
            return;
        var owners = new ConversationOwners(writer.Connection);
        writer.Load([.. inHand.Select(reading => reading.ConversationId)], withDetails: true);
        foreach (var reading in inHand)
        {
            if (writer.FindDocuments(reading.ConversationId) is not { } stored)
                continue;
            if (reading.Detail is { } detail)
            {
                counts = TryStoreDetail(writer, run, stored, detail, owners) is { } updated
                    ? counts with { DetailsFetched = counts.DetailsFetched + 1, Updated = counts.Updated + updated }
                    : counts with { DetailsFailed = counts.DetailsFailed + 1 };
            }
            else if (reading is { Vanished: true, Error.Kind: ElevenLabsErrorKind.NotFound })
            {
                MarkVanished(writer, stored, run);
                counts = counts with { DetailsFetched = counts.DetailsFetched + 1, Updated = counts.Updated + FirstChange(stored, run) };
            }
            else
            {
                StoreFailure(writer, stored, reading.Error!);
                counts = counts with { DetailsFailed = counts.DetailsFailed + 1 };
            }
        }
        if (taker is not null && run.Owner is null)
            SyncRunStore.CountHelped(writer.Connection, run.Id, counts);
        else
            SyncRunStore.Count(writer.Connection, run, counts);
    });

    private static List<DetailReading> InHand(ConversationWriter writer, SyncRun run, IReadOnlyList<DetailReading> readings, string taker)
    {
        var settled = SyncWork.Settle(writer.Connection, run.Id, taker, readings.Select(reading => reading.Work));
        return [.. readings.Where(reading => settled.Contains(reading.Work))];
    }

    /// <summary>Stores one detail document that came without being asked for (a webhook); idempotent.</summary>
    /// <param name="isWhole">False when parts were left out: what it has is stored, and the vendor is to be asked for the rest.</param>
    /// <returns>False when it cannot be kept; its conversation says so.</returns>
    public bool StoreDetail(ConversationDetail detail, bool isWhole = true) => database.WriteConversations([detail.AgentId!], writer =>
    {
        if (Known(writer, detail) is not { } stored)
            return true;
        var isKept = TryStoreDetail(writer, new SyncRun { AgentId = detail.AgentId! }, stored, detail,
            new ConversationOwners(writer.Connection)) is not null;
        if (isKept && !isWhole && !stored.TextsForgotten)
            writer.MarkStale(stored.Id);
        return isKept;
    });

    /// <summary>One that came so and cannot be kept: its conversation says so, and is asked for again.</summary>
    public void StoreUnkept(ConversationDetail detail, string reason) => database.WriteConversations([detail.AgentId!], writer =>
    {
        if (Known(writer, detail) is { } stored)
            StoreFailure(writer, stored, new ElevenLabsException(ElevenLabsErrorKind.Malformed, reason));
    });

    /// <summary>The stored conversation, made when it is new; null when it was erased here.</summary>
    private static StoredDocuments? Known(ConversationWriter writer, ConversationDetail detail)
    {
        if (writer.FindDocuments(detail.ConversationId!) is { } stored)
            return stored;
        if (ErasedConversations.Contains(writer.Connection, detail.ConversationId!))
            return null;
        writer.Upsert(MapNew(detail), 0);
        return writer.FindDocuments(detail.ConversationId!);
    }

    private static Conversation MapNew(ConversationDetail detail)
    {
        try
        {
            return ConversationMapper.Map(detail.ConversationId!, detail.AgentId!, null, detail);
        }
        catch (Exception exception) when (IsUnkeepable(exception))
        {
            return ConversationMapper.Map(detail.ConversationId!, detail.AgentId!, null, null);
        }
    }

    /// <summary>What reading or writing a document throws that is JSON, but not as any vendor means it.</summary>
    private static bool IsUnkeepable(Exception exception) =>
        exception is JsonException or FormatException or ArgumentException or InvalidOperationException;

    /// <summary>Null when the document cannot be kept: that is its conversation's fate, not the batch's.</summary>
    private int? TryStoreDetail(ConversationWriter writer, SyncRun run, StoredDocuments stored, ConversationDetail read,
        ConversationOwners owners)
    {
        try
        {
            return StoreDetail(writer, run, stored, read, owners);
        }
        catch (Exception exception) when (IsUnkeepable(exception))
        {
            StoreFailure(writer, stored, new ElevenLabsException(ElevenLabsErrorKind.Malformed,
                "The conversation's document holds what cannot be kept here. It can be read at ElevenLabs."));
            return null;
        }
    }

    /// <returns>IfDue: the id of one whose details need reading only when it is due.</returns>
    private static (bool NeedsDetails, long? IfDue, SyncCounts Change, bool IsNews) StoreItem(
        ConversationWriter writer, SyncRun run, ConversationListItem item, ConversationOwners owners, IReadOnlySet<string> erased)
    {
        var stored = writer.FindDocuments(item.ConversationId!);
        // Forgotten here on purpose; what the vendor had deleted and has again is new to us.
        if (stored is { TextsForgotten: true, DeletedAt: null } || (stored is null && erased.Contains(item.ConversationId!)))
            return (false, null, default, false);
        if (stored is { DeletedAt: not null })
            writer.ComeBack(stored.Id);
        var before = JsonContext.Parse(stored?.ListJson);
        var merged = DocumentMerge.Merge(before, item.Json);
        if (stored is { PhonesForgotten: true } && before is { } clean)
            merged = DocumentMerge.KeepTexts(clean, merged);
        merged = ListChange.Remember(before, merged, withData: stored is not { PhonesForgotten: true });
        var text = JsonContext.Compact(merged);
        if (stored is { DeletedAt: null } && stored.ListJson == text)
            return (false, IfDue(stored), default, false);
        var detail = new Lazy<ConversationDetail?>(() => stored is not null && JsonContext.Parse(writer.ReadDetail(stored.Id)) is { } json
            ? new ConversationDetail(json)
            : null);
        if (stored is { DeletedAt: null } && before is { } known && !ListChange.NeedsDetails(known, merged, () => detail.Value))
        {
            writer.StoreListDocument(stored.Id, text);
            return (false, IfDue(stored), default, true);
        }

        var list = new ConversationListItem(merged);
        var conversation = ConversationMapper.Map(item.ConversationId!, owners.Of(detail.Value, stored, list, run), list, detail.Value);
        var id = writer.Upsert(conversation, run.Id);
        writer.StoreListDocument(id, text);
        writer.MarkStale(id);
        if (detail.Value is not null)
            writer.Index(id, conversation); // a new one is indexed with its details, which come at once
        return (true, null, stored is null ? new SyncCounts(New: 1) : new SyncCounts(Updated: FirstChange(stored, run)), true);
    }

    private static long? IfDue(StoredDocuments stored) => stored.Settled ? null : stored.Id;

    private int StoreDetail(ConversationWriter writer, SyncRun run, StoredDocuments stored, ConversationDetail read,
        ConversationOwners owners)
    {
        if (stored.TextsForgotten)
            return 0;
        var before = writer.ReadDetail(stored.Id);
        var merged = new ConversationDetail(DocumentMerge.Merge(JsonContext.Parse(before), DetailRedaction.Apply(read.Json)));
        var text = JsonContext.Compact(merged.Json);
        var list = JsonContext.Parse(stored.ListJson) is { } json ? new ConversationListItem(json) : null;
        var conversation = ConversationMapper.Map(stored.ConversationId, owners.Of(merged, stored, list, run), list, merged);
        var cleaned = false;
        if (stored.PhonesForgotten)
            (text, conversation, cleaned) = WithoutNumber(writer, stored, conversation, text);
        var changed = text != before || cleaned || conversation.AgentId != stored.AgentId;
        if (changed)
        {
            writer.Upsert(conversation, run.Id);
            writer.StoreDetailDocument(stored.Id, text);
            writer.Index(stored.Id, conversation);
        }
        var now = clock.GetUtcNow();
        writer.MarkRead(stored.Id, now.ToUnixTimeSeconds(),
            Settling.IsSettled(conversation, merged.HasAnalysis, now) || Settling.IsGivenUp(conversation, stored.FirstRunStartedAt, now));
        if (VendorDeletion.OfTexts(read.Json, now) && settings.FollowsVendorDeletion(writer.Connection))
            FollowDeletion(writer, stored.Id, now, PhoneNumbers.Of(read.Json, conversation.Direction).Client is null);
        return changed ? FirstChange(stored, run) : 0;
    }

    /// <summary>The number was forgotten here, and the vendor has sent it again, perhaps within its texts.</summary>
    /// <returns>Cleaned: the stored list document held it.</returns>
    private static (string Detail, Conversation Conversation, bool Cleaned) WithoutNumber(ConversationWriter writer,
        StoredDocuments stored, Conversation read, string detail)
    {
        var client = ClientIdentity.Of(read.ClientPhone, read.ClientIds);
        detail = ClientPhoneRemoval.Apply(detail, client);
        var list = stored.ListJson is { } json ? ClientPhoneRemoval.FromTexts(json, client) : null;
        var cleaned = list is not null && list != stored.ListJson;
        if (cleaned)
            writer.StoreListDocument(stored.Id, list!);
        return (detail, ConversationMapper.Map(
            read.ConversationId, read.AgentId, list is null ? null : new ConversationListItem(JsonContext.Parse(list)!.Value),
            new ConversationDetail(JsonContext.Parse(detail)!.Value)), cleaned);
    }

    /// <summary>The vendor no longer has it. Its texts stay, unless its own document says that the vendor deletes what is in it.</summary>
    private void MarkVanished(ConversationWriter writer, StoredDocuments stored, SyncRun run)
    {
        var now = clock.GetUtcNow();
        writer.MarkDeleted(stored.Id, now.ToUnixTimeSeconds(), run.Id);
        if (JsonContext.Parse(writer.ReadDetail(stored.Id)) is { } detail && VendorDeletion.OfAll(detail, now)
            && settings.FollowsVendorDeletion(writer.Connection))
            FollowDeletion(writer, stored.Id, now, phones: true);
    }

    private static void FollowDeletion(ConversationWriter writer, long id, DateTimeOffset now, bool phones)
    {
        writer.ForgetTexts(id, now.ToUnixTimeSeconds());
        if (phones)
            writer.ForgetPhones(id, now.ToUnixTimeSeconds());
    }

    private void StoreFailure(ConversationWriter writer, StoredDocuments stored, ElevenLabsException error)
    {
        var now = clock.GetUtcNow();
        var missing = error.Kind == ElevenLabsErrorKind.NotFound;
        var list = JsonContext.Parse(stored.ListJson) is { } json ? new ConversationListItem(json) : null;
        // The list still has it, so it may only be unknown for a moment: a few runs try again, not all to come.
        var settled = missing && stored.DetailsFailures + 1 >= MissingAttempts
            && Settling.IsPast(list?.StartTime, list?.DurationSeconds, now);
        var isFirst = stored.DetailsFailures == 0 && list is not null && writer.ReadDetail(stored.Id) is null;
        writer.MarkUnread(stored.Id, missing ? DetailsState.Missing : DetailsState.Failed, error.Message,
            now.ToUnixTimeSeconds(), settled);
        if (isFirst)
            // found by its summary at least
            writer.Index(stored.Id, ConversationMapper.Map(list!.ConversationId!, list.AgentId!, list, null));
    }

    /// <summary>1 when this run changes an older conversation for the first time, so that each counts once.</summary>
    private static int FirstChange(StoredDocuments stored, SyncRun run) =>
        stored.FirstRunId == run.Id || stored.ChangedRunId == run.Id ? 0 : 1;
}
