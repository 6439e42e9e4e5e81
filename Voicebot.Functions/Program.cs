using Voicebot.Functions.Shortcut;
#if FUNCTIONS_WORKER
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Voicebot.Core;
using Voicebot.Core.Settings;
using Voicebot.Functions;
using Voicebot.Functions.WorkerHost;

if (args is ["shortcut"])
    return DesktopShortcut.Create(Console.Out);

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<WorkerPipeline>();
builder.Services.AddVoicebot(VoicebotOptions.Read(builder.Configuration));
using var host = builder.Build();
host.Services.PrepareVoicebot();
await host.RunAsync();
return 0;
#else
using Voicebot.Functions.LocalHost;

return args is ["shortcut"] ? DesktopShortcut.Create(Console.Out) : await LocalRun.RunAsync(args);
#endif
