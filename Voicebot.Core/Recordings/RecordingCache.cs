using System.Security.Cryptography;
using System.Text;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Files;
using Voicebot.Core.Settings;

namespace Voicebot.Core.Recordings;

/// <summary>
/// The recordings that are being listened to, as files for an hour: a player asks for a recording in many pieces, and the vendor sends it
/// whole. Nothing older stays, and nothing outlives the program's next start.
/// </summary>
public sealed class RecordingCache(VoicebotOptions options, ElevenLabsClients clients, TimeProvider clock)
{
    /// <summary>Many hours of speech; more is not a recording.</summary>
    public const long MaxBytes = 256L * 1024 * 1024;

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

    private string Folder => Path.Combine(options.DataFolder, "recordings");

    /// <summary>The recording's file, fetched when it is not there yet.</summary>
    /// <exception cref="ElevenLabsException">NotFound when there is none.</exception>
    public async Task<Recording> GetAsync(ElevenLabsConnection connection, string conversationId, CancellationToken cancellation)
    {
        PrivateFiles.CreateOwnFolder(Folder);
        Prune();
        var before = Volatile.Read(ref cleared);
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(conversationId)));
        if (Directory.EnumerateFiles(Folder, name + ".*")
            .FirstOrDefault(file => !file.EndsWith(".part", StringComparison.Ordinal)) is { } known)
            return Open(known);
        var part = Path.Combine(Folder, $"{name}.{Guid.NewGuid():N}.part");
        try
        {
            string? mediaType;
            await using (var file = PrivateFiles.Create(part))
                mediaType = await clients.For(connection).DownloadAudioAsync(conversationId, file, MaxBytes, cancellation);
            if (Volatile.Read(ref cleared) != before)
                throw new ElevenLabsException(ElevenLabsErrorKind.Unavailable,
                    "Recordings were erased here while this one was on its way. Try again.");
            var path = Path.Combine(Folder, name + Endings.GetValueOrDefault(mediaType ?? "", ".mp3"));
            File.Move(part, path, overwrite: true);
            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
            return Open(path);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Deletes every recording; at start, and when personal data are erased.</summary>
    public void Clear()
    {
        Interlocked.Increment(ref cleared);
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    private void Prune()
    {
        var old = clock.GetUtcNow().UtcDateTime - KeptFor;
        var files = new DirectoryInfo(Folder).GetFiles().OrderByDescending(file => file.LastWriteTimeUtc).ToList();
        foreach (var file in files.Where((file, index) => index >= MostFiles - 1 || file.LastWriteTimeUtc < old))
            file.Delete();
    }

    /// <summary>Open files may be deleted meanwhile: who listens, listens on.</summary>
    private static Recording Open(string path) => new(
        PrivateFiles.Read(path),
        Endings.First(ending => ending.Value == Path.GetExtension(path)).Key,
        File.GetLastWriteTimeUtc(path));
}

/// <summary>A recording to be read; <paramref name="Content"/> is the caller's to close.</summary>
public sealed record Recording(FileStream Content, string MediaType, DateTimeOffset FetchedAt);
