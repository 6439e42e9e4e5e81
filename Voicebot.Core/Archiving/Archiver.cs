using System.Globalization;
using Voicebot.Core.Conversations;
using Voicebot.Core.Csv;
using Voicebot.Core.Files;
using Voicebot.Core.Settings;
using Voicebot.Core.Time;

namespace Voicebot.Core.Archiving;

/// <summary>Writes months to CSV files. A file is complete or not there at all; an unchanged month keeps its file.</summary>
public sealed class Archiver(ConversationCsv csv, ArchiveStore store, StoredFiles files, VoicebotSettings settings,
    VoicebotOptions options, TimeProvider clock)
{
    /// <summary>The folder of archives in the place of files.</summary>
    public const string Folder = "csv_archives";

    private const string Ending = ".csv";
    private readonly SemaphoreSlim oneAtATime = new(1);

    /// <summary>Archives the month of each agent that has conversations in it; none when no agent has.</summary>
    public async Task<IReadOnlyList<Archive>> ArchiveAsync(Month month, IReadOnlyList<string> agentIds, CancellationToken cancellation)
    {
        return await InTurnAsync(async turn =>
        {
            var archives = new List<Archive>();
            foreach (var agentId in agentIds)
                if (await ArchiveAsync(month, agentId, turn, cancellation) is { } archive)
                    archives.Add(archive);
            return archives;
        }, cancellation);
    }

    /// <summary>The monthly check: the month before the current one, of every configured agent.</summary>
    public Task<IReadOnlyList<Archive>> ArchivePreviousMonthAsync(CancellationToken cancellation)
    {
        var current = settings.Current;
        return ArchiveAsync(Month.Of(current.Zone.Day(clock.GetUtcNow())).Previous, current.AgentIds, cancellation);
    }

    /// <summary>Takes conversations, or parts of them, out of the archived files, also of those that no record knows (any more).</summary>
    /// <param name="part">What goes of the row with this conversation id and client's number.</param>
    /// <param name="concerns">Which archives can hold such rows at all; null for a file without a record.</param>
    /// <param name="mention">A number that goes from the texts of every row; null for none.</param>
    /// <param name="rewrite">False only counts.</param>
    /// <returns>How many files and rows are concerned.</returns>
    /// <exception cref="IOException">A file could not be rewritten; the others were.</exception>
    /// <exception cref="FilesException">The same, where the files lie elsewhere.</exception>
    public async Task<(int Files, long Rows)> RedactAsync(
        Func<string, string, ArchivePart> part, Func<Archive?, bool> concerns, string? mention, bool rewrite,
            CancellationToken cancellation)
    {
        if ((await files.ListAsync(Folder, cancellation)).Count == 0 && !rewrite)
            return (0, 0);
        return await InTurnAsync(async turn =>
        {
            if (rewrite)
                await files.RemoveUnfinishedAsync(Folder, cancellation);
            var records = store.All(null).ToLookup(archive => archive.FileName, StringComparer.Ordinal);
            var (count, rows) = (0, 0L);
            Exception? failure = null;
            foreach (var file in await ArchivedAsync(cancellation))
            {
                var record = records[file.Name].FirstOrDefault();
                if (!concerns(record))
                    continue;
                try
                {
                    if (await RedactAsync(file, record, part, mention, rewrite, turn, cancellation) is not { } redacted)
                        continue;
                    count++;
                    rows += redacted.RowsChanged;
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    failure ??= exception;
                }
            }
            return failure is null ? (count, rows)
                : throw new IOException($"An archived file could not be rewritten: {failure.Message}", failure);
        }, cancellation);
    }

    /// <summary>The file, to be read; null when it is gone.</summary>
    public Task<Stream?> OpenAsync(Archive archive, CancellationToken cancellation) =>
        PathOf(archive) is { } path ? files.OpenAsync(path, cancellation) : Task.FromResult<Stream?>(null);

    private static string? PathOf(Archive archive) => PlainName.Is(archive.FileName) ? $"{Folder}/{archive.FileName}" : null;

    private async Task<IReadOnlyList<StoredFile>> ArchivedAsync(CancellationToken cancellation) =>
        [.. (await files.ListAsync(Folder, cancellation)).Where(file => file.Name.EndsWith(Ending, StringComparison.Ordinal))];

    /// <summary>The file as it became; null when nothing in it was concerned.</summary>
    private async Task<RedactedFile?> RedactAsync(StoredFile file, Archive? record, Func<string, string, ArchivePart> part,
        string? mention, bool rewrite, FilesTurn turn, CancellationToken cancellation)
    {
        await turn.ConfirmAsync(cancellation);
        var redacted = await ArchiveRedaction.ApplyAsync(files, file.Path, part, mention, rewrite, cancellation);
        if (rewrite && record is not null && (redacted is not null || file.SizeBytes != record.SizeBytes))
            store.Update(record.Id, // the second after an end between the two
                redacted ?? await ArchiveRedaction.DescribeAsync(files, file.Path, cancellation));
        return redacted;
    }

    /// <summary>One at a time, also among processes: nobody may archive what another one is taking out.</summary>
    private async Task<T> InTurnAsync<T>(Func<FilesTurn, Task<T>> work, CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            await using var turn = await files.TakeTurnAsync(Folder, cancellation);
            return await work(turn);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task<Archive?> ArchiveAsync(Month month, string agentId, FilesTurn turn, CancellationToken cancellation)
    {
        if (!PlainName.Is(agentId))
            return null; // it would become part of a path
        var filter = new ConversationFilter { AgentIds = [agentId], Period = Period.Of(month) };
        if (await UnchangedAsync(month, agentId, filter, cancellation) is { } unchanged)
            return unchanged;
        var now = clock.GetUtcNow();
        var name = await FileNameAsync(month, agentId, now, cancellation);
        await using var file = await files.CreateAsync($"{Folder}/{name}", cancellation);
        var rows = await WriteAsync(file, filter, cancellation);
        if (rows == 0)
            return null;
        await turn.ConfirmAsync(cancellation);
        await file.CommitAsync(replace: false, cancellation);
        return store.Add(new Archive
        {
            Month = month.ToString(),
            AgentId = agentId,
            FileName = name,
            RecordsCount = rows,
            SizeBytes = file.SizeBytes,
            Sha256 = file.Sha256,
            ArchivedAt = now.ToUnixTimeSeconds(),
        });
    }

    /// <summary>The newest archive of the month, when it is there and would be written to the byte again.</summary>
    private async Task<Archive?> UnchangedAsync(Month month, string agentId, ConversationFilter filter,
        CancellationToken cancellation)
    {
        if (store.Newest(month, agentId) is not { } newest || PathOf(newest) is not { } path
            || await files.FindAsync(path, cancellation) is null)
            return null;
        await using var counting = FileWriter.Counting();
        await WriteAsync(counting, filter, cancellation);
        return counting.Sha256 == newest.Sha256 ? newest : null;
    }

    private Task<long> WriteAsync(FileWriter file, ConversationFilter filter, CancellationToken cancellation) =>
        csv.WriteAsync(file, filter, new CsvFormat { MaskPhones = settings.Current.MaskPhones, Page = options.PageUrl }, cancellation);

    /// <summary>The time makes the name unique: an archive of a changed month stands beside the older one.</summary>
    private async Task<string> FileNameAsync(Month month, string agentId, DateTimeOffset now, CancellationToken cancellation)
    {
        var stem = string.Create(CultureInfo.InvariantCulture, $"voicebot_{month}_{agentId}_{now.UtcDateTime:yyyyMMdd'T'HHmmss}Z");
        var name = stem + Ending;
        for (var next = 2; store.HasFile(name) || await files.FindAsync($"{Folder}/{name}", cancellation) is not null; next++)
            name = $"{stem}_{next}{Ending}";
        return name;
    }
}
