using Voicebot.Functions.Shortcut;
#if FUNCTIONS_WORKER
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
    if (args is ["import", var original])
        return await ImportOriginal.RunAsync(VoicebotOptions.Read(builder.Configuration), original, Console.Out, Console.Error);
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
    return 1;
}
#else
using Voicebot.Functions.LocalHost;

return args is ["shortcut"] ? DesktopShortcut.Create(Console.Out) : await LocalRun.RunAsync(args);
#endif
