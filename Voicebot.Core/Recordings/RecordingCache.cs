using System.Security.Cryptography;
using System.Text;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Files;

namespace Voicebot.Core.Recordings;

/// <summary>
/// The recordings that are being listened to, as files for an hour: a player asks for a recording in many pieces, and the vendor sends it
/// whole. Nothing older stays, and nothing outlives the program's next start.
/// </summary>
public sealed class RecordingCache(StoredFiles files, ElevenLabsClients clients, TimeProvider clock)
{
    /// <summary>Many hours of speech; more is not a recording.</summary>
    public const long MaxBytes = 256L * 1024 * 1024;

    private const string Folder = "recordings";
    private const int MostFiles = 8;
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    /// <summary>Media types that are served, by the ending that their file gets; anything else is served as MP3.</summary>
    private static readonly Dictionary<string, string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["audio/mpeg"] = ".mp3",
        ["audio/wav"] = ".wav",
        ["audio/ogg"] = ".ogg",
    };

    // Counts what was cleared, so that a recording that was under way does not come into the folder afterwards.
    private int cleared;

    /// <summary>The recording, fetched when it is not there yet.</summary>
    /// <param name="mayBeKept">Asked when it has come: what was erased meanwhile, here or by another instance, is not kept.</param>
    /// <exception cref="ElevenLabsException">NotFound when there is none.</exception>
    public async Task<Recording> GetAsync(ElevenLabsConnection connection, string conversationId, Func<bool> mayBeKept,
        CancellationToken cancellation)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(conversationId)));
        foreach (var file in await PruneAsync(cancellation))
            if (file.Name.StartsWith(name + ".", StringComparison.Ordinal) && await OpenAsync(file, cancellation) is { } known)
                return known;
        var path = await FetchAsync(connection, conversationId, $"{Folder}/{name}", cancellation);
        if (!mayBeKept())
        {
            await files.DeleteAsync(path, cancellation);
            throw Erased();
        }
        return await files.FindAsync(path, cancellation) is { } fetched && await OpenAsync(fetched, cancellation) is { } recording
            ? recording
            : throw Erased();
    }

    /// <summary>Deletes every recording; at start, and when personal data are erased.</summary>
    public Task ClearAsync(CancellationToken cancellation)
    {
        Interlocked.Increment(ref cleared);
        return files.DeleteFolderAsync(Folder, cancellation);
    }

    /// <summary>Deletes those that nobody has listened to lately.</summary>
    /// <returns>The others.</returns>
    public async Task<IReadOnlyList<StoredFile>> PruneAsync(CancellationToken cancellation)
    {
        var old = clock.GetUtcNow() - KeptFor;
        var newestFirst = (await files.ListAsync(Folder, cancellation)).OrderByDescending(file => file.ChangedAt).ToList();
        var kept = newestFirst.Take(MostFiles - 1).Where(file => file.ChangedAt >= old).ToList();
        foreach (var file in newestFirst.Except(kept))
            await files.DeleteAsync(file.Path, cancellation);
        return kept;
    }

    /// <param name="stem">The path without its ending.</param>
    /// <returns>The path, now there.</returns>
    private async Task<string> FetchAsync(ElevenLabsConnection connection, string conversationId, string stem,
        CancellationToken cancellation)
    {
        var before = Volatile.Read(ref cleared);
        var path = "";
        FileWriter? writer = null;
        try
        {
            await clients.For(connection).DownloadAudioAsync(conversationId, async mediaType =>
            {
                path = stem + Endings.GetValueOrDefault(mediaType ?? "", ".mp3");
                return writer = await files.CreateAsync(path, cancellation);
            }, MaxBytes, cancellation);
            if (Volatile.Read(ref cleared) != before)
                throw Erased();
            await writer!.CommitAsync(replace: true, cancellation);
        }
        catch (FilesException exception) when (exception.Fault.Failure == FilesFailure.Taken)
        {
            // A player asks for several pieces at once: another request has just fetched the same.
        }
        finally
        {
            if (writer is not null)
                await writer.DisposeAsync();
        }
        return path;
    }

    /// <summary>Open files may be deleted meanwhile: who listens, listens on, or asks again.</summary>
    private async Task<Recording?> OpenAsync(StoredFile file, CancellationToken cancellation) =>
        await files.OpenAsync(file.Path, cancellation) is { } content
            ? new Recording(content, Endings.First(ending => ending.Value == Path.GetExtension(file.Name)).Key, file.ChangedAt)
            : null;

    private static ElevenLabsException Erased() => new(ElevenLabsErrorKind.Unavailable,
        "Recordings were erased here while this one was on its way. Try again.");
}

/// <summary>A recording to be read; <paramref name="Content"/> is the caller's to close.</summary>
public sealed record Recording(Stream Content, string MediaType, DateTimeOffset FetchedAt);
