using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Voicebot.Core;
using Voicebot.Core.Data;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.WorkerHost;

/// <summary>The program as the Functions host starts it: arguments in, exit code out.</summary>
public static class WorkerRun
{
    private const int Failed = 1;

    /// <summary>
    /// The Functions host says where it listens; nobody else does. Its other arguments (<c>--host</c>, <c>--port</c>) bear names of ours
    /// and mean something else, so this is decided before any of them is read.
    /// </summary>
    public static bool IsAskedFor(IEnumerable<string> args) =>
        args.Any(argument => argument == "--functions-uri" || argument.StartsWith("--functions-uri=", StringComparison.Ordinal));

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var builder = FunctionsApplication.CreateBuilder(args);
            builder.ConfigureFunctionsWebApplication();
            builder.UseMiddleware<WorkerPipeline>();
            var options = VoicebotOptions.Read(builder.Configuration);
            builder.Services.AddVoicebot(options);
            if (options is { OnAzure: false, AccessKey: null })
                Console.WriteLine("Core Tools listen on every address of this computer. Only names of this computer are answered, but a name can be forged: set VOICEBOT_ACCESS_KEY where others share your network.");
            using var host = builder.Build();
            host.Services.PrepareVoicebot();
            host.Services.RequireSignIn();
            await host.RunAsync();
            return 0;
        }
        catch (Exception exception) when (exception is InvalidConfigurationException or DatabaseUnusableException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return Failed;
        }
    }
}
