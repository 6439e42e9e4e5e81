using System.Globalization;
using System.Security.Cryptography;
using Voicebot.Core.Conversations;
using Voicebot.Core.Csv;
using Voicebot.Core.Files;
using Voicebot.Core.Settings;
using Voicebot.Core.Time;

namespace Voicebot.Core.Archiving;

/// <summary>Writes months to CSV files. A file is complete or not there at all; an unchanged month keeps its file.</summary>
public sealed class Archiver(ConversationCsv csv, ArchiveStore store, VoicebotSettings settings, VoicebotOptions options, TimeProvider clock)
{
    private readonly SemaphoreSlim oneAtATime = new(1);

    /// <summary>Archives the month of each agent that has conversations in it; none when no agent has.</summary>
    public async Task<IReadOnlyList<Archive>> ArchiveAsync(Month month, IReadOnlyList<string> agentIds, CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            var archives = new List<Archive>();
            foreach (var agentId in agentIds)
                if (await ArchiveAsync(month, agentId, cancellation) is { } archive)
                    archives.Add(archive);
            return archives;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>The monthly check: the month before the current one, of every configured agent.</summary>
    public Task<IReadOnlyList<Archive>> ArchivePreviousMonthAsync(CancellationToken cancellation)
    {
        var current = settings.Current;
        return ArchiveAsync(Month.Of(current.Zone.Day(clock.GetUtcNow())).Previous, current.AgentIds, cancellation);
    }

    /// <summary>Takes conversations, or parts of them, out of the archived files.</summary>
    /// <param name="part">What goes of the row with this conversation id and client's number.</param>
    /// <param name="concerns">Which archives can hold such rows at all.</param>
    /// <param name="rewrite">False only counts.</param>
    /// <returns>How many files and rows are concerned.</returns>
    public async Task<(int Files, long Rows)> RedactAsync(Func<string, string, ArchivePart> part, Func<Archive, bool> concerns, bool rewrite, CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            var (files, rows) = (0, 0L);
            foreach (var archive in store.All(null).Where(concerns))
            {
                cancellation.ThrowIfCancellationRequested();
                if (PathOf(archive) is not { } path || await Task.Run(() => ArchiveRedaction.Apply(path, part, rewrite), cancellation) is not { } file)
                    continue;
                if (rewrite)
                    store.Update(archive.Id, file);
                files++;
                rows += file.RowsChanged;
            }
            return (files, rows);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>The file's path, or null when it is gone.</summary>
    public string? PathOf(Archive archive)
    {
        var path = Path.Combine(options.ArchiveFolder, archive.FileName);
        return File.Exists(path) ? path : null;
    }

    private async Task<Archive?> ArchiveAsync(Month month, string agentId, CancellationToken cancellation)
    {
        PrivateFiles.CreateOwnFolder(options.ArchiveFolder);
        var temporary = Path.Combine(options.ArchiveFolder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            var (rows, size, sha256) = await WriteAsync(temporary, new ConversationFilter { AgentIds = [agentId], Period = Period.Of(month) }, cancellation);
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

    private async Task<(long Rows, long Size, string Sha256)> WriteAsync(string path, ConversationFilter filter, CancellationToken cancellation)
    {
        await using var file = PrivateFiles.Create(path, FileOptions.Asynchronous);
        var rows = await csv.WriteAsync(file, filter, CsvDelimiter.Semicolon, settings.Current.MaskPhones, cancellation);
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
