using Voicebot.Functions.LocalHost;
using Voicebot.Functions.Shortcut;
using Voicebot.Functions.WorkerHost;

if (WorkerRun.IsAskedFor(args))
    return await WorkerRun.RunAsync(args);
return args is ["shortcut"] ? DesktopShortcut.Create(Console.Out) : await LocalRun.RunAsync(args);
