using Dapper;
using Voicebot.Core.Archiving;
using Voicebot.Core.Conversations;
using Voicebot.Core.Csv;
using Voicebot.Core.Data;
using Voicebot.Core.Phones;

namespace Voicebot.Core.Privacy;

/// <summary>Erases conversations for good: rows, documents, search words, their share of the statistics, and their rows in archived files.</summary>
public sealed class Eraser(Database database, PersonStore persons, Archiver archiver, TimeProvider clock)
{
    private const int RowsPerTransaction = 200;

    /// <summary>One conversation, also when only an archived file still knows it.</summary>
    public Task<ErasureReport> EraseConversationAsync(string conversationId, bool dryRun, CancellationToken cancellation) =>
        EraseAsync(persons.ById(conversationId), [conversationId], _ => false, dryRun, cancellation);

    /// <summary>All conversations of the client with this number.</summary>
    /// <param name="phone">As it is written anywhere; must have a <see cref="PhoneMatch.Normal"/> form.</param>
    public Task<ErasureReport> ErasePersonAsync(string phone, bool dryRun, CancellationToken cancellation)
    {
        if (PhoneMatch.Normal(phone) is null)
            throw new ArgumentException("This is no telephone number.", nameof(phone));
        var found = persons.ByPhone(phone);
        return EraseAsync(found, found.Select(one => one.ConversationId), other => PhoneMatch.IsSame(other, phone), dryRun, cancellation);
    }

    private async Task<ErasureReport> EraseAsync(IReadOnlyList<PersonConversation> found, IEnumerable<string> conversationIds, Func<string, bool> isPerson, bool dryRun, CancellationToken cancellation)
    {
        var cells = conversationIds.Select(id => CsvText.Neutralise(id)!).ToHashSet(StringComparer.Ordinal);
        if (!dryRun)
            EraseRows(found);
        // Without a cancellation: what was begun is ended, so that rows and files agree.
        var (files, rows) = await archiver.RedactAsync(
            (id, phone) => cells.Contains(id) || isPerson(phone) ? ArchivePart.Row : ArchivePart.None, _ => true, rewrite: !dryRun, dryRun ? cancellation : CancellationToken.None);
        if (!dryRun)
            EmptyJournal();
        return new ErasureReport(dryRun, found.Count, found.Count(one => one.HasDetails), files, rows, CopiesLeft());
    }

    private void EraseRows(IReadOnlyList<PersonConversation> found)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        foreach (var portion in found.Chunk(RowsPerTransaction))
            database.WriteConversations(writer =>
            {
                using var overwriting = new SecureDelete(writer.Connection);
                foreach (var one in portion)
                {
                    ErasedConversations.Remember(writer.Connection, one.ConversationId, now);
                    writer.Erase(one.Id);
                }
            });
    }

    /// <summary>The write-ahead log still holds the pages as they were.</summary>
    private void EmptyJournal() => database.Read(connection => connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)"));

    private IReadOnlyList<string> CopiesLeft() =>
        [.. Directory.EnumerateFiles(Path.GetDirectoryName(database.Path)!, "*.backup").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
