using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Voicebot.Core.Files;

/// <summary>A lease on a blob, renewed while it is needed; of a program that is gone it ends by itself.</summary>
internal sealed class ContainerTurn : FilesTurn
{
    /// <summary>After the end of who had the turn, another one has it so soon.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Renewed = TimeSpan.FromSeconds(10);

    private readonly BlobLeaseClient lease;
    private readonly Func<Func<CancellationToken, Task>, CancellationToken, Task> guard;
    private readonly CancellationTokenSource ending = new();
    private readonly Task renewing;

    public ContainerTurn(BlobLeaseClient lease, Func<Func<CancellationToken, Task>, CancellationToken, Task> guard, TimeProvider clock)
    {
        (this.lease, this.guard) = (lease, guard);
        renewing = RenewAsync(clock);
    }

    /// <summary>Makes an empty blob, such as a lease can be on; false when there is one already.</summary>
    public static async Task<bool> MakeMarkAsync(BlockBlobClient mark, CancellationToken cancellation)
    {
        try
        {
            await mark.UploadAsync(Stream.Null, new BlobUploadOptions
            {
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            }, cancellation);
            return true;
        }
        catch (RequestFailedException exception) when (ContainerErrors.IsConflict(exception))
        {
            return false;
        }
    }

    /// <exception cref="FilesException">Somebody else has it now.</exception>
    public override Task ConfirmAsync(CancellationToken cancellation) =>
        guard(token => lease.RenewAsync(cancellationToken: token), cancellation);

    public override async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await renewing;
        try
        {
            await guard(token => lease.ReleaseAsync(cancellationToken: token), CancellationToken.None);
        }
        catch (FilesException)
        {
            // Then it ends by itself.
        }
        ending.Dispose();
    }

    private async Task RenewAsync(TimeProvider clock)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Renewed, clock, ending.Token);
                await lease.RenewAsync(cancellationToken: ending.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or RequestFailedException or AggregateException
            || ContainerErrors.FaultOf(exception) is not null)
        {
            // It ended; where it was lost, the next confirmation tells.
        }
    }
}
