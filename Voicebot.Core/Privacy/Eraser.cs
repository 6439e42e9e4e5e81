using System.Text.Json;
using Dapper;
using Voicebot.Core.Alerts;
using Voicebot.Core.Archiving;
using Voicebot.Core.Conversations;
using Voicebot.Core.Csv;
using Voicebot.Core.Data;
using Voicebot.Core.Digests;
using Voicebot.Core.Notes;
using Voicebot.Core.Phones;
using Voicebot.Core.Recordings;
using Voicebot.Core.Reviews;
using Voicebot.Core.Views;

namespace Voicebot.Core.Privacy;

/// <summary>
/// Erases conversations for good: rows, documents, search words, their share of the statistics, their rows in archived files, recordings,
/// and a person's number in the texts of others. Every step can be repeated, so that an interrupted erasure is finished by doing it again.
/// </summary>
public sealed class Eraser(
    Database database, PersonStore persons, Archiver archiver, RecordingCache recordings, DatabaseBackup backup, CopiesLeft copies,
    ErasureStore erasures, FileCleaning cleaning, TimeProvider clock)
{
    private const int RowsPerTransaction = 200;

    /// <summary>Only counts.</summary>
    public async Task<ErasureReport> CountAsync(ErasureKind kind, string subject, CancellationToken cancellation)
    {
        var found = Found(kind, subject);
        var cells = found.Select(one => one.ConversationId).Concat(kind == ErasureKind.Conversation ? [subject] : [])
            .Select(id => CsvText.Neutralise(id)!).ToHashSet(StringComparer.Ordinal);
        var (files, rows) = await archiver.RedactAsync(
            (id, phone) => cells.Contains(id) || IsPerson(kind, subject, phone) ? ArchivePart.Row : ArchivePart.None, _ => true, null,
            rewrite: false, cancellation);
        return new ErasureReport(null, true, true, null, found.Count, found.Count(one => one.HasDetails), 0, files, rows,
            await copies.NamesAsync(cancellation));
    }

    /// <param name="copiesLeft">As <see cref="CopiesLeft"/> names them.</param>
    public static ErasureReport Report(Erasure erasure, ErasureDelay? delay, IReadOnlyList<string> copiesLeft) => new(
        erasure.Id, false, erasure.FinishedAt is not null,
        erasure.FinishedAt is null ? JsonNamingPolicy.SnakeCaseLower.ConvertName((delay ?? ErasureDelay.Working).ToString()) : null,
        erasure.Conversations, erasure.Documents, erasure.Mentions, erasure.Archives, erasure.ArchiveRows, copiesLeft);

    /// <summary>Does what is left to do of it.</summary>
    /// <returns>Null when it is finished; else what stands in the way.</returns>
    /// <exception cref="IOException">A file cannot be written; so for StorageException and UnauthorizedAccessException.</exception>
    public async Task<ErasureDelay?> FinishAsync(Erasure erasure, CancellationToken cancellation)
    {
        if (erasure.Phase == ErasurePhase.Removing)
        {
            if (erasures.Subject(erasure.Id) is not { } subject)
                return ErasureDelay.Unreadable;
            await RemoveAsync(erasure, subject, cancellation);
            erasures.EnterOverwriting(erasure.Id);
        }
        if (await cleaning.RunAsync(anew: true, cancellation) is { } delay)
            return delay;
        erasures.Finish(erasure.Id);
        return null;
    }

    private IReadOnlyList<PersonConversation> Found(ErasureKind kind, string subject) =>
        kind == ErasureKind.Conversation ? persons.ById(subject) : persons.ByPhone(subject);

    private static bool IsPerson(ErasureKind kind, string subject, string phone) =>
        kind == ErasureKind.Person && PhoneMatch.IsSame(phone, subject);

    private async Task RemoveAsync(Erasure erasure, string subject, CancellationToken cancellation)
    {
        await OwnThread.RunAsync(() => RemoveRows(erasure, subject, cancellation), cancellation);
        var mention = erasure.Kind == ErasureKind.Person && !IsOwn(subject) ? subject : null;
        if (mention is not null)
            await OwnThread.RunAsync(() => RemoveMentions(erasure, mention, cancellation), cancellation);
        var erased = database.Read(ErasedConversations.All);
        var (files, rows) = await archiver.RedactAsync(
            (id, phone) => IsErased(erased, id) || IsPerson(erasure.Kind, subject, phone) ? ArchivePart.Row : ArchivePart.None, _ => true,
            mention, rewrite: true, cancellation);
        if (files > 0)
            erasures.AddArchives(erasure.Id, files, rows);
        await recordings.ClearAsync(cancellation);
        await backup.TidyAsync(cancellation);
    }

    private void RemoveRows(Erasure erasure, string subject, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        if (erasure.Kind == ErasureKind.Conversation)
            // also when only an archive still knows it
            database.Write(connection => ErasedConversations.Remember(connection, subject, now));
        foreach (var portion in Found(erasure.Kind, subject).Chunk(RowsPerTransaction))
        {
            cancellation.ThrowIfCancellationRequested();
            database.WriteConversations(writer =>
            {
                foreach (var one in portion)
                {
                    ErasedConversations.Remember(writer.Connection, one.ConversationId, now);
                    writer.Erase(one.Id);
                }
                ErasureStore.AddConversations(writer.Connection, erasure.Id, portion.Length, portion.Count(one => one.HasDetails));
            });
        }
    }

    /// <summary>Others may have said the number in their conversations, and the bot may have repeated it.</summary>
    private void RemoveMentions(Erasure erasure, string phone, CancellationToken cancellation)
    {
        var mentions = new Mentions(phone);
        if (!mentions.CanBeFound)
            return;
        database.Write(connection =>
        {
            LogMentions.Remove(connection, phone);
            ViewStore.RemoveMentions(connection, phone);
            ReviewRuleStore.RemoveMentions(connection, phone);
            AlertRuleStore.RemoveMentions(connection, phone);
            DigestStore.RemoveMentions(connection, phone);
            WrittenNotes.RemoveMentions(connection, phone);
            NoteStore.RemoveMentions(connection, phone);
        });
        for (var after = erasure.ScannedTo; ;)
        {
            cancellation.ThrowIfCancellationRequested();
            var from = after;
            if (database.Read(connection => mentions.Next(connection, from, RowsPerTransaction)) is not ({ } last, var candidates))
                return;
            if (candidates.Count > 0)
                database.WriteConversations(writer =>
                    ErasureStore.Scanned(writer.Connection, erasure.Id, last, candidates.Count(id => writer.RemoveMention(id, phone))));
            after = last;
        }
    }

    /// <summary>A number of the company, which its conversations may go on to name.</summary>
    private bool IsOwn(string phone) => database.Read(connection =>
        connection.Query<string>("SELECT DISTINCT agent_phone FROM conversations WHERE agent_phone IS NOT NULL")
            .Any(own => PhoneMatch.IsSame(own, phone)));

    /// <param name="cell">As it stands in an archive, where an apostrophe may go before it.</param>
    private static bool IsErased(IReadOnlySet<string> erased, string cell) =>
        erased.Count > 0 && (erased.Contains(ErasedConversations.Hash(cell))
            || (cell.StartsWith('\'') && erased.Contains(ErasedConversations.Hash(cell[1..]))));
}
