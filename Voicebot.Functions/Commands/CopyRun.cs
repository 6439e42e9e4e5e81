using System.CommandLine;
using Voicebot.Core.Data;

namespace Voicebot.Functions.Commands;

/// <summary>How a copy of the database runs and ends.</summary>
internal static class CopyRun
{
    /// <param name="run">Gets where to write, and what says that somebody pressed Ctrl+C; returns the exit code.</param>
    public static Task<int> RunAsync(ParseResult parsed, Func<TextWriter, CancellationToken, int> run)
    {
        var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true; // so that a sentence is said
            stop.Cancel();
        };
        return Task.Run(() => run(parsed.InvocationConfiguration.Output, stop.Token));
    }

    /// <returns>The exit code; what went wrong has been told.</returns>
    public static int Told(TextWriter error, Action copy)
    {
        try
        {
            copy();
            return ExitCode.Done;
        }
        catch (DatabaseUnusableException exception)
        {
            error.WriteLine(exception.Message);
        }
        catch (Exception exception) when (StorageFault.Is(exception))
        {
            error.WriteLine($"The copy could not be made: {exception.Message.TrimEnd('.')}. Check the permissions and the free space, and "
                + "start the command again.");
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("The copy was stopped, and nothing of it was kept. Start the command again to copy.");
        }
        return ExitCode.Failed;
    }
}
