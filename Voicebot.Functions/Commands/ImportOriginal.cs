using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Voicebot.Core;
using Voicebot.Core.Data;
using Voicebot.Core.Importing;
using Voicebot.Core.Settings;
using Voicebot.Functions.LocalHost;

namespace Voicebot.Functions.Commands;

/// <summary>
/// The command <c>import FILE</c>: takes over the database of the original Python program; also while this program runs.
/// </summary>
public static class ImportOriginal
{
    public static Command Declare()
    {
        var file = new FileArgument("the voicebot.db of the original Python program");
        var command = new Command("import", "Take over the database of the original Python program") { file };
        command.Validators.Add(file.Check);
        command.SetAction(async (parsed, _) =>
        {
            using var stop = new CancellationTokenSource();
            Console.CancelKeyPress += (_, pressed) =>
            {
                pressed.Cancel = true; // the transaction that is on ends first
                stop.Cancel();
            };
            var options = VoicebotOptions.Read(new ConfigurationBuilder().AddLocalConfiguration().Build());
            return await RunAsync(options, parsed.GetValue(file)!, parsed.InvocationConfiguration.Output,
                parsed.InvocationConfiguration.Error, stop.Token);
        });
        return command;
    }

    /// <returns>The exit code: 0 when everything was taken over, 1 when not.</returns>
    public static async Task<int> RunAsync(VoicebotOptions options, string file, TextWriter output, TextWriter error,
        CancellationToken cancellation = default)
    {
        try
        {
            await using var services = new ServiceCollection().AddLogging().AddVoicebotCore(options).BuildServiceProvider();
            services.PrepareVoicebot();
            Show(await services.GetRequiredService<OriginalImport>().RunAsync(file, cancellation), options, output);
            return ExitCode.Done;
        }
        catch (DatabaseUnusableException exception)
        {
            await error.WriteLineAsync(exception.Message);
            return ExitCode.Failed;
        }
        catch (Exception exception) when (StorageFault.Is(exception))
        {
            await error.WriteLineAsync(
                $"The import stopped: {exception.Message.TrimEnd('.')}. Check the file, the free space and the permissions of the data "
                + "folder. What was taken over stays; start the command again to go on.");
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("The import was stopped. What was taken over stays; start the command again to go on.");
            return ExitCode.Failed;
        }
    }

    private static void Show(ImportReport report, VoicebotOptions options, TextWriter output)
    {
        output.WriteLine($"Taken over to {options.DatabasePath}: {report.Taken} conversations, {report.Runs} synchronisations, "
            + $"{report.AgentsTaken} agents. Archived anew: {report.Archives} months.");
        if (report.Known > 0)
            output.WriteLine($"{report.Known} conversations were here already (or erased here) and stay as they are.");
        if (report.Unreadable > 0)
            output.WriteLine($"{report.Unreadable} rows had no id and were left out.");
        if (report.WithoutDetails > 0)
            output.WriteLine($"{report.WithoutDetails} conversations came without details, or with a part of them; the next "
                + "synchronisation reads them.");
        if (report.OtherAgents.Count > 0)
            output.WriteLine($"Retired, because they are not in the settings (they count, and are not synchronised): "
                + $"{string.Join(", ", report.OtherAgents)}.");
        if (report.KeyTaken)
            output.WriteLine("The API key was taken over and is encrypted here. The original file still holds it in clear text: delete "
                + "that file when you do not need it any more.");
        output.WriteLine("What the original had not kept, such as dollars and error codes, is added when you fetch the same days from "
            + "ElevenLabs again.");
    }
}
