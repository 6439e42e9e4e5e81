namespace Voicebot.Core.Synchronization;

/// <summary>Parts of one work that run side by side.</summary>
internal static class Together
{
    /// <summary>Waits for all; the first that fails ends the others, and its error is the whole's.</summary>
    public static async Task RunAsync(CancellationToken cancellation, params IEnumerable<Func<CancellationToken, Task>> parts)
    {
        using var all = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task[] work = [.. parts.Select(part => EndAllOnError(part(all.Token), all))];
        try
        {
            await Task.WhenAll(work);
        }
        catch
        {
            cancellation.ThrowIfCancellationRequested();
            // The first real error, not the cancellations that it caused.
            throw work.SelectMany(task => task.Exception?.InnerExceptions ?? [])
                .FirstOrDefault(error => error is not OperationCanceledException)
                ?? new OperationCanceledException(cancellation);
        }
    }

    private static async Task EndAllOnError(Task task, CancellationTokenSource all)
    {
        try
        {
            await task;
        }
        catch
        {
            await all.CancelAsync();
            throw;
        }
    }
}
