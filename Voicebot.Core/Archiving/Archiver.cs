using System.Globalization;
using System.Security.Cryptography;
using Voicebot.Core.Conversations;
using Voicebot.Core.Csv;
using Voicebot.Core.Files;
using Voicebot.Core.Settings;
using Voicebot.Core.Time;

namespace Voicebot.Core.Archiving;

/// <summary>Writes months to CSV files. A file is complete or not there at all; an unchanged month keeps its file.</summary>
public sealed class Archiver(ConversationCsv csv, ArchiveStore store, VoicebotSettings settings, VoicebotOptions options,
    TimeProvider clock)
{
    private const int MostAttempts = 50;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(100);
    private readonly SemaphoreSlim oneAtATime = new(1);

    /// <summary>Archives the month of each agent that has conversations in it; none when no agent has.</summary>
    public async Task<IReadOnlyList<Archive>> ArchiveAsync(Month month, IReadOnlyList<string> agentIds, CancellationToken cancellation)
    {
        PrivateFiles.CreateOwnFolder(options.ArchiveFolder);
        using var turn = await TakeTurnAsync(cancellation);
        var archives = new List<Archive>();
        foreach (var agentId in agentIds)
            if (await ArchiveAsync(month, agentId, cancellation) is { } archive)
                archives.Add(archive);
        return archives;
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
    public async Task<(int Files, long Rows)> RedactAsync(
        Func<string, string, ArchivePart> part, Func<Archive?, bool> concerns, string? mention, bool rewrite,
            CancellationToken cancellation)
    {
        if (!Directory.Exists(options.ArchiveFolder))
            return (0, 0);
        using var turn = await TakeTurnAsync(cancellation);
        if (rewrite)
            WrittenFiles.RemoveTemporary(options.DataFolder, path =>
                path.StartsWith(Path.GetFileName(options.ArchiveFolder) + "/", StringComparison.Ordinal));
        var records = store.All(null).ToLookup(archive => archive.FileName, StringComparer.Ordinal);
        var (files, rows) = (0, 0L);
        Exception? failure = null;
        foreach (var path in Directory.EnumerateFiles(options.ArchiveFolder, "*.csv").Order(StringComparer.Ordinal).ToList())
        {
            cancellation.ThrowIfCancellationRequested();
            var record = records[Path.GetFileName(path)].FirstOrDefault();
            if (!concerns(record))
                continue;
            try
            {
                if (await Task.Run(() => Redact(path, record, part, mention, rewrite), cancellation) is not { } file)
                    continue;
                files++;
                rows += file.RowsChanged;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                failure ??= exception;
            }
        }
        return failure is null ? (files, rows)
            : throw new IOException($"An archived file could not be rewritten: {failure.Message}", failure);
    }

    /// <summary>The file's path, or null when it is gone.</summary>
    public string? PathOf(Archive archive) =>
        PlainName.In(options.ArchiveFolder, archive.FileName) is { } path && File.Exists(path) ? path : null;

    /// <summary>The file as it became; null when nothing in it was concerned.</summary>
    private RedactedFile? Redact(string path, Archive? record, Func<string, string, ArchivePart> part, string? mention, bool rewrite)
    {
        var file = ArchiveRedaction.Apply(path, part, mention, rewrite);
        if (rewrite && record is not null && (file is not null || new FileInfo(path).Length != record.SizeBytes))
            store.Update(record.Id, file ?? ArchiveRedaction.Describe(path)); // the second after an end between the two
        return file;
    }

    /// <summary>One at a time, also among processes: nobody may archive what another one is taking out.</summary>
    private async Task<IDisposable> TakeTurnAsync(CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            for (var attempt = 1; ; attempt++)
                try
                {
                    return new Turn(this, PrivateFiles.Hold(options.ArchiveFolder + ".lock"));
                }
                catch (IOException) when (attempt < MostAttempts)
                {
                    await Task.Delay(BetweenAttempts, clock, cancellation);
                }
        }
        catch
        {
            oneAtATime.Release();
            throw;
        }
    }

    private sealed class Turn(Archiver archiver, IDisposable file) : IDisposable
    {
        public void Dispose()
        {
            file.Dispose();
            archiver.oneAtATime.Release();
        }
    }

    private async Task<Archive?> ArchiveAsync(Month month, string agentId, CancellationToken cancellation)
    {
        if (!PlainName.Is(agentId))
            return null; // it would become part of a path
        var temporary = Path.Combine(options.ArchiveFolder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            var (rows, size, sha256) =
                await WriteAsync(temporary, new ConversationFilter { AgentIds = [agentId], Period = Period.Of(month) }, cancellation);
            if (rows == 0)
                return null;
            if (store.Newest(month, agentId) is { } newest && newest.Sha256 == sha256 && PathOf(newest) is not null)
                return newest;
            var now = clock.GetUtcNow();
            var name = FileName(month, agentId, now);
            File.Move(temporary, Path.Combine(options.ArchiveFolder, name));
            return store.Add(new Archive
            {
                Month = month.ToString(),
                AgentId = agentId,
                FileName = name,
                RecordsCount = rows,
                SizeBytes = size,
                Sha256 = sha256,
                ArchivedAt = now.ToUnixTimeSeconds(),
            });
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private async Task<(long Rows, long Size, string Sha256)> WriteAsync(string path, ConversationFilter filter,
        CancellationToken cancellation)
    {
        await using var file = PrivateFiles.Create(path, FileOptions.Asynchronous);
        var rows = await csv.WriteAsync(file, filter, new CsvFormat { MaskPhones = settings.Current.MaskPhones, Page = options.PageUrl },
            cancellation);
        file.Flush(flushToDisk: true);
        file.Position = 0;
        return (rows, file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation)));
    }

    /// <summary>The time makes the name unique: an archive of a changed month stands beside the older one.</summary>
    private string FileName(Month month, string agentId, DateTimeOffset now)
    {
        var stem = string.Create(CultureInfo.InvariantCulture, $"voicebot_{month}_{agentId}_{now.UtcDateTime:yyyyMMdd'T'HHmmss}Z");
        var name = stem + ".csv";
        for (var next = 2; store.HasFile(name) || File.Exists(Path.Combine(options.ArchiveFolder, name)); next++)
            name = $"{stem}_{next}.csv";
        return name;
    }
}
