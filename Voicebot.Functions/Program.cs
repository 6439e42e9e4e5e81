using Voicebot.Functions.Commands;
using Voicebot.Functions.WorkerHost;

return WorkerRun.IsAskedFor(args) ? await WorkerRun.RunAsync(args) : await CommandLine.RunAsync(args, Console.Out, Console.Error);
