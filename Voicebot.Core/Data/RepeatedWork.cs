namespace Voicebot.Core.Data;

/// <summary>Work that is done again and again beside everything else, for as long as the program runs.</summary>
internal static class RepeatedWork
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <param name="failed">Hears of a failure, a full disk or a locked file, say, once until it is over.</param>
    public static async Task RunAsync(Func<Task> work, Action<Exception> failed, CancellationToken stopping)
    {
        var hasFailed = false;
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await work();
                hasFailed = false;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                if (!hasFailed)
                    failed(failure);
                hasFailed = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }
}
