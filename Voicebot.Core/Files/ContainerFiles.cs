using Azure;
using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Voicebot.Core.Files;

/// <summary>Files in a private container of Azure Blob Storage, for any number of instances.</summary>
internal sealed class ContainerFiles(ContainerAddress address, TimeProvider clock) : StoredFiles
{
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(500);

    private readonly BlobContainerClient container = Connect(address);
    private volatile bool isInUse;

    public override bool IsShared => true;

    public override async Task<FileWriter> CreateAsync(string path, CancellationToken cancellation)
    {
        await TakeIntoUseAsync(cancellation);
        return new ContainerWriter(container.GetBlockBlobClient(path), GuardAsync);
    }

    public override Task<StoredFile?> FindAsync(string path, CancellationToken cancellation) => GuardAsync(async token =>
    {
        try
        {
            var found = (await container.GetBlobClient(path).GetPropertiesAsync(cancellationToken: token)).Value;
            return new StoredFile(path, found.ContentLength, found.LastModified);
        }
        catch (RequestFailedException exception) when (ContainerErrors.IsNoBlob(exception))
        {
            return null;
        }
    }, cancellation);

    public override Task<Stream?> OpenAsync(string path, CancellationToken cancellation) => GuardAsync<Stream?>(async token =>
    {
        try
        {
            var options = new BlobOpenReadOptions(allowModifications: false);
            return new ContainerReader(await container.GetBlobClient(path).OpenReadAsync(options, token), Told);
        }
        catch (RequestFailedException exception) when (ContainerErrors.IsNoBlob(exception))
        {
            return null;
        }
    }, cancellation);

    public override Task<IReadOnlyList<StoredFile>> ListAsync(string folder, CancellationToken cancellation) =>
        GuardAsync(token => ListAsync(folder, BlobStates.None, token), cancellation);

    public override Task DeleteAsync(string path, CancellationToken cancellation) =>
        GuardAsync(token => (Task)DeleteBlobAsync(path, token), cancellation);

    public override async Task DeleteFolderAsync(string folder, CancellationToken cancellation)
    {
        foreach (var file in await ListAsync(folder, cancellation))
            await DeleteAsync(file.Path, cancellation);
        await RemoveUnfinishedAsync(folder, cancellation);
    }

    public override async Task RemoveUnfinishedAsync(string folder, CancellationToken cancellation)
    {
        var all = await GuardAsync(token => ListAsync(folder, BlobStates.Uncommitted, token), cancellation);
        var whole = (await ListAsync(folder, cancellation)).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var file in all.Where(file => !whole.Contains(file.Path)))
            await GuardAsync(token => ContainerWriter.DiscardAsync(container.GetBlockBlobClient(file.Path), token), cancellation);
    }

    public override async Task<FilesTurn> TakeTurnAsync(string folder, CancellationToken cancellation)
    {
        var mark = container.GetBlockBlobClient(folder + ".lock");
        var lease = mark.GetBlobLeaseClient();
        var began = clock.GetTimestamp();
        while (true)
        {
            if (await GuardAsync(token => TryLeaseAsync(mark, lease, token), cancellation))
                return new ContainerTurn(lease, GuardAsync, clock);
            if (clock.GetElapsedTime(began) > ContainerTurn.Lasts * 1.5)
                throw new FilesException(ContainerErrors.Lost);
            await Task.Delay(BetweenAttempts, clock, cancellation);
        }
    }

    protected override async Task<FilesFault?> LookAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestLook);
        try
        {
            isInUse = false;
            await TakeIntoUseAsync(limit.Token);
            return null;
        }
        catch (FilesException exception)
        {
            return exception.Fault;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return ContainerErrors.Unreachable;
        }
    }

    private static BlobContainerClient Connect(ContainerAddress address)
    {
        var options = new BlobClientOptions
        {
            Retry =
            {
                MaxRetries = 2,
                Mode = RetryMode.Exponential,
                Delay = TimeSpan.FromMilliseconds(200),
                MaxDelay = TimeSpan.FromSeconds(2),
                NetworkTimeout = LongestRequest,
            },
        };
        return address.Url is { } url
            ? new BlobContainerClient(url, new DefaultAzureCredential(), options)
            : new BlobContainerClient(address.Account, address.Container, options);
    }

    private static async Task<bool> TryLeaseAsync(BlockBlobClient mark, BlobLeaseClient lease, CancellationToken cancellation)
    {
        try
        {
            await lease.AcquireAsync(ContainerTurn.Lasts, cancellationToken: cancellation);
            return true;
        }
        catch (RequestFailedException exception) when (ContainerErrors.IsNoBlob(exception))
        {
            await ContainerTurn.MakeMarkAsync(mark, cancellation);
            return false;
        }
        catch (RequestFailedException exception) when (ContainerErrors.IsConflict(exception))
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<StoredFile>> ListAsync(string folder, BlobStates states, CancellationToken cancellation)
    {
        var files = new List<StoredFile>();
        var options = new GetBlobsByHierarchyOptions
        {
            States = states,
            Delimiter = "/",
            Prefix = folder.Length == 0 ? null : folder + "/",
        };
        await foreach (var found in container.GetBlobsByHierarchyAsync(options, cancellation))
            if (found.Blob is { } blob)
                files.Add(new StoredFile(blob.Name, blob.Properties.ContentLength ?? 0, blob.Properties.LastModified ?? default));
        return [.. files.OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    private async Task DeleteBlobAsync(string path, CancellationToken cancellation) =>
        await container.GetBlobClient(path).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, null, cancellation);

    /// <summary>Makes the container where there is none, and refuses one that everybody can read; before anything else is done.</summary>
    private Task TakeIntoUseAsync(CancellationToken cancellation) => isInUse ? Task.CompletedTask
        : GuardAsync(_ => Task.CompletedTask, cancellation);

    private async Task<PublicAccessType> AccessAsync(CancellationToken cancellation)
    {
        try
        {
            return (await container.GetPropertiesAsync(cancellationToken: cancellation)).Value.PublicAccess ?? PublicAccessType.None;
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            await container.CreateIfNotExistsAsync(PublicAccessType.None, cancellationToken: cancellation);
            return PublicAccessType.None;
        }
    }

    private Task GuardAsync(Func<CancellationToken, Task> work, CancellationToken cancellation) => GuardAsync(async token =>
    {
        await work(token);
        return 0;
    }, cancellation);

    private async Task<T> GuardAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            if (!isInUse && await AccessAsync(cancellation) != PublicAccessType.None)
            {
                Saw(ContainerErrors.Public);
                throw new FilesException(ContainerErrors.Public);
            }
            isInUse = true;
            var result = await work(cancellation);
            Saw(null);
            return result;
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested && Told(exception) is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>What it means for the user; null when it is an error of ours.</summary>
    private FilesException? Told(Exception exception)
    {
        if (ContainerErrors.FaultOf(exception) is not { } fault)
            return null;
        if (fault.Failure != FilesFailure.Taken)
            Saw(fault);
        return new FilesException(fault, exception);
    }
}
