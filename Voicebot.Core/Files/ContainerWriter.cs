using System.Globalization;
using System.Text;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Voicebot.Core.Files;

/// <summary>
/// A blob in the making: its blocks wait at the storage, seen by nobody, until one request makes the blob of them. (The library's own
/// writing stream commits a part when it is closed early.)
/// </summary>
/// <param name="guard">Runs requests, and tells what goes wrong in our words.</param>
internal sealed class ContainerWriter(
    BlockBlobClient blob, Func<Func<CancellationToken, Task>, CancellationToken, Task> guard) : FileWriter
{
    private const int BlockBytes = 4 * 1024 * 1024;

    private readonly List<string> blocks = [];
    private readonly byte[] block = new byte[BlockBytes];
    private int filled;
    private bool isCommitted;

    public override async Task CommitAsync(bool replace, CancellationToken cancellation)
    {
        if (filled > 0)
            await StageAsync(cancellation);
        var options = new CommitBlockListOptions
        {
            Conditions = replace ? null : new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        await guard(token => blob.CommitBlockListAsync(blocks, options, token), cancellation);
        isCommitted = true;
    }

    /// <summary>Removes the blocks of a new blob; of one that is to be replaced, they go by themselves within a week.</summary>
    public static async Task DiscardAsync(BlockBlobClient blob, CancellationToken cancellation)
    {
        // An empty blob takes the place of what waits, but not of a whole blob. (Azurite sees one in the blocks alone.)
        if (!await ContainerTurn.MakeMarkAsync(blob, cancellation))
        {
            if ((await blob.ExistsAsync(cancellation)).Value)
                return;
            await blob.UploadAsync(Stream.Null, new BlobUploadOptions(), cancellation);
        }
        await blob.DeleteIfExistsAsync(cancellationToken: cancellation);
    }

    public override async ValueTask DisposeAsync()
    {
        if (!isCommitted && blocks.Count > 0)
            try
            {
                await guard(token => DiscardAsync(blob, token), CancellationToken.None);
            }
            catch (FilesException)
            {
                // They are looked for again; see RemoveUnfinishedAsync.
            }
        await base.DisposeAsync();
    }

    /// <summary>Only work off the request threads writes in this way.</summary>
    protected override void Put(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[Fill(bytes)..];
            if (filled == BlockBytes)
                StageAsync(CancellationToken.None).GetAwaiter().GetResult();
        }
    }

    protected override async ValueTask PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[Fill(bytes.Span)..];
            if (filled == BlockBytes)
                await StageAsync(cancellation);
        }
    }

    private int Fill(ReadOnlySpan<byte> bytes)
    {
        var taken = Math.Min(bytes.Length, BlockBytes - filled);
        bytes[..taken].CopyTo(block.AsSpan(filled));
        filled += taken;
        return taken;
    }

    private async Task StageAsync(CancellationToken cancellation)
    {
        var id = Convert.ToBase64String(Encoding.ASCII.GetBytes(blocks.Count.ToString("D8", CultureInfo.InvariantCulture)));
        using var content = new MemoryStream(block, 0, filled, writable: false);
        await guard(token => blob.StageBlockAsync(id, content, cancellationToken: token), cancellation);
        blocks.Add(id);
        filled = 0;
    }
}
