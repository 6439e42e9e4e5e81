namespace Voicebot.Core.Data;

/// <summary>
/// Runs work that keeps a thread for seconds or more on one of its own: the pool has as many as there are cores at first, and makes others
/// so slowly that requests would wait.
/// </summary>
internal static class OwnThread
{
    public static Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation = default) =>
        Task.Factory.StartNew(work, cancellation, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default);

    public static Task RunAsync(Action work, CancellationToken cancellation = default) =>
        Task.Factory.StartNew(work, cancellation, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default);
}
