using Voicebot.Core.Files;
using Voicebot.Core.Settings;

namespace Voicebot.Core.Webhooks;

/// <summary>
/// Where the bodies of webhooks wait until their signature is known to be right. Anybody can send them, so they are few at once,
/// and only a small beginning of each is held in memory.
/// </summary>
public sealed class WebhookSpool(VoicebotOptions options) : IDisposable
{
    /// <summary>Bodies that may arrive at the same time.</summary>
    public const int MostAtOnce = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim places = new(MostAtOnce);

    private string Folder => Path.Combine(options.DataFolder, "incoming");

    /// <summary>A place for one body, to be disposed of when it has been read; null when none becomes free soon.</summary>
    public async Task<SpooledBody?> EnterAsync(CancellationToken cancellation) =>
        await places.WaitAsync(Patience, cancellation) ? new SpooledBody(NewFile, () => places.Release()) : null;

    /// <summary>Removes what a crash left; only while no other process is at work.</summary>
    public void Sweep()
    {
        if (Directory.Exists(Folder))
            foreach (var file in Directory.EnumerateFiles(Folder))
                File.Delete(file);
    }

    public void Dispose() => places.Dispose();

    private FileStream NewFile()
    {
        PrivateFiles.CreateOwnFolder(Folder);
        return PrivateFiles.Create(Path.Combine(Folder, $"{Guid.NewGuid():N}.tmp"), FileOptions.DeleteOnClose | FileOptions.Asynchronous);
    }
}
