using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.WorkerHost;

/// <summary>Puts the request pipeline around every HTTP function of the Functions host.</summary>
public sealed class WorkerPipeline(RequestPipeline pipeline) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context); // a timer
            return;
        }
        if (await pipeline.InvokeAsync(http, () => next(context)) is { } answer)
            context.GetInvocationResult().Value = answer;
    }
}
