using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Voicebot.Core;
using Voicebot.Core.Data;
using Voicebot.Core.Scheduling;
using Voicebot.Core.Settings;
using Voicebot.Functions.Telemetry;

namespace Voicebot.Functions.WorkerHost;

/// <summary>The program as the Functions host starts it: arguments in, exit code out.</summary>
public static class WorkerRun
{
    private const string Mark = "--functions-uri";
    private static readonly string[] Ours = ["--demo", "--open", "--new-access-key", "--help", "--version"];

    /// <summary>
    /// The Functions host says where it listens; nobody else does. Its other arguments (<c>--host</c>, <c>--port</c>) bear names of ours
    /// and mean something else, so this is decided before any of them is read.
    /// </summary>
    public static bool IsAskedFor(IEnumerable<string> args) =>
        args.Any(argument => argument == Mark || argument.StartsWith(Mark + "=", StringComparison.Ordinal));

    /// <summary>Why these arguments are not the Functions host's, in one sentence; null when they are.</summary>
    public static string? Refusal(IReadOnlyList<string> args)
    {
        var address = new ConfigurationBuilder().AddCommandLine([.. args]).Build()[Mark.TrimStart('-')];
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return $"{Mark} needs the address of the Functions host, which gives it itself; start without it to run the local host.";
        // The host gives a value after each name; what stands alone is a command.
        var ours = args.FirstOrDefault(argument => Ours.Contains(argument.Split('=')[0]))
            ?? args.Where((argument, index) =>
                !argument.StartsWith('-') && (index == 0 || !args[index - 1].StartsWith('-') || args[index - 1].Contains('=')))
                .FirstOrDefault();
        return ours is null ? null : $"'{ours}' does not go with {Mark}, with which only the Functions host starts this program.";
    }

    public static async Task<int> RunAsync(string[] args)
    {
        if (Refusal(args) is { } refusal)
        {
            await Console.Error.WriteLineAsync(refusal);
            return ExitCode.WrongUsage;
        }
        try
        {
            var builder = FunctionsApplication.CreateBuilder(args);
            builder.ConfigureFunctionsWebApplication();
            builder.UseMiddleware<WorkerPipeline>();
            var options = VoicebotOptions.Read(builder.Configuration);
            builder.Services.AddVoicebot(options);
            builder.Services.AddTelemetryExport(builder.Configuration, isWorker: true);
            if (options is { OnAzure: false, AccessKey: null })
                Console.WriteLine("Core Tools listen on every address of this computer. Only names of this computer are answered, but a "
                    + "name can be forged: set VOICEBOT_ACCESS_KEY where others share your network.");
            foreach (var job in Jobs.All.Where(job => job.Setting is { } name && string.IsNullOrWhiteSpace(builder.Configuration[name])))
                Console.WriteLine($"{job.Setting} is not set, so the Functions host leaves {job.Name} out, which {job.Does}: add it to "
                    + $"the settings, for instance as \"{job.Default}\".");
            using var host = builder.Build();
            host.Services.PrepareVoicebot();
            host.Services.RequireSignIn();
            await host.RunAsync();
            return ExitCode.Done;
        }
        catch (Exception exception) when (exception is InvalidConfigurationException or DatabaseUnusableException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return ExitCode.Failed;
        }
    }
}
