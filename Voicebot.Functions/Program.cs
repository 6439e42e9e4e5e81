using Voicebot.Functions.Shortcut;
#if FUNCTIONS_WORKER
using System.Net;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Voicebot.Core;
using Voicebot.Core.Data;
using Voicebot.Core.Settings;
using Voicebot.Functions;
using Voicebot.Functions.Commands;
using Voicebot.Functions.WorkerHost;

if (args is ["shortcut"])
    return DesktopShortcut.Create(Console.Out);

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<WorkerPipeline>();
try
{
    if (args is ["restore", var file])
        return RestoreDatabase.Run(VoicebotOptions.Read(builder.Configuration), file, Console.Out, Console.Error);
    // The Functions host listens on every address of the computer, also under Core Tools.
    builder.Services.AddVoicebot(VoicebotOptions.Read(builder.Configuration) with { ListenAddress = IPAddress.Any });
    using var host = builder.Build();
    host.Services.PrepareVoicebot();
    host.Services.RequireSignIn();
    await host.RunAsync();
    return 0;
}
catch (Exception exception) when (exception is InvalidConfigurationException or DatabaseUnusableException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
#else
using Voicebot.Functions.LocalHost;

return args is ["shortcut"] ? DesktopShortcut.Create(Console.Out) : await LocalRun.RunAsync(args);
#endif
