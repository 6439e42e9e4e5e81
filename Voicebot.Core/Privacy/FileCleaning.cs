using Microsoft.Extensions.Logging;
using Voicebot.Core.Data;
using Voicebot.Core.Search;

namespace Voicebot.Core.Privacy;

/// <summary>
/// Makes deleted things unreadable in the database's files: words in the search index, remains in the pages, and pages as they were before
/// in the write-ahead log.
/// </summary>
public sealed partial class FileCleaning(Database database, TimeProvider clock, ILogger<FileCleaning> log)
{
    /// <summary>Up to this size the whole file is written anew within seconds.</summary>
    private const long QuicklyWrittenBytes = 256L * 1024 * 1024;

    /// <summary>A copy, and as much again in the write-ahead log.</summary>
    private const double RoomNeeded = 2.2;

    private const int JournalAttempts = 40;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(50);

    /// <summary>A small file with remains in it: writing it anew disturbs nobody.</summary>
    public bool IsQuicklyDone => HasRemains && database.Bytes <= QuicklyWrittenBytes;

    private bool HasRemains => database.Read(FileState.Of) is var state && state.AnewUntil < state.Deletions;

    /// <summary>By night: a large file is written anew once a week, which keeps writers waiting for minutes.</summary>
    public Task<ErasureDelay?> RunByNightAsync(CancellationToken cancellation) =>
        RunAsync(anew: IsQuicklyDone || clock.GetUtcNow().DayOfWeek == DayOfWeek.Sunday, cancellation);

    /// <param name="anew">Write the file anew where there are remains in it.</param>
    /// <returns>Null when nothing of what was deleted can be read any more; else what stands in the way.</returns>
    public async Task<ErasureDelay?> RunAsync(bool anew, CancellationToken cancellation)
    {
        await OwnThread.RunAsync(() => MergeSearchIndex(cancellation), cancellation);
        var isThereRoom = !anew || !HasRemains || await OwnThread.RunAsync(() => WriteAnewWhereThereIsRoom(cancellation), cancellation);
        for (var attempt = 1; !database.EmptyJournal(); attempt++)
        {
            if (attempt == JournalAttempts)
                return ErasureDelay.Readers;
            await Task.Delay(BetweenAttempts, clock, cancellation);
        }
        return isThereRoom ? null : ErasureDelay.NoRoom;
    }

    private void MergeSearchIndex(CancellationToken cancellation)
    {
        var state = database.Read(FileState.Of);
        if (state.MergedUntil >= state.Deletions)
            return;
        for (var first = true; database.Write(connection => SearchIndex.MergeStep(connection, first)); first = false)
            cancellation.ThrowIfCancellationRequested();
        database.Write(connection => FileState.SetMerged(connection, state.Deletions));
    }

    private bool WriteAnewWhereThereIsRoom(CancellationToken cancellation)
    {
        if (!database.HasRoomFor(RoomNeeded))
        {
            LogNoRoom((long)Math.Ceiling(database.Bytes * RoomNeeded / 1024 / 1024));
            return false;
        }
        var deletions = database.Read(FileState.Of).Deletions;
        database.Vacuum(cancellation);
        database.Write(connection => FileState.SetAnew(connection, deletions));
        LogAnew();
        return true;
    }

    [LoggerMessage(Level = LogLevel.Information,
        Message = "The database was written anew, so that nothing can be read in it of what was deleted.")]
    private partial void LogAnew();

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "The database should be written anew, so that nothing can be read in it of what was deleted, but the disk has not "
        + "enough room: {Megabytes} MB are needed. Make room; it is tried again by itself.")]
    private partial void LogNoRoom(long megabytes);
}
