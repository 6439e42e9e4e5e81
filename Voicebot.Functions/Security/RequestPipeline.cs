using System.Globalization;
using Microsoft.AspNetCore.Http;
using Voicebot.Core.Settings;
using Voicebot.Core.Telemetry;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Routing;

namespace Voicebot.Functions.Security;

/// <summary>What surrounds every HTTP function, the same in both hosts: headers, guards, and problems instead of exceptions.</summary>
public sealed class RequestPipeline(RequestGuard guard, AccessGuard access, ExceptionProblems problems, VoicebotOptions options)
{
    /// <summary>Runs the function, or returns the answer to give in its place; null when the function has answered.</summary>
    public async Task<IResult?> InvokeAsync(HttpContext http, Func<Task> function)
    {
        var request = http.Request;
        var measured = MeasuredRequest.Begin(request.Method, () => RouteTable.TemplateOf(request.Path), request.Headers.TraceParent);
        var answer = await AnswerAsync(http, function);
        measured?.End((answer as IStatusCodeHttpResult)?.StatusCode ?? http.Response.StatusCode);
        return answer;
    }

    private async Task<IResult?> AnswerAsync(HttpContext http, Func<Task> function)
    {
        SecurityHeaders.Apply(http, options.OnAzure);
        CrossOrigin.Apply(http, guard);
        try
        {
            if (guard.Refusal(http.Request) is { } refusal)
                return refusal.ToResult();
            if (CrossOrigin.IsPreflight(http.Request))
                return TypedResults.NoContent(); // carries no sign-in, by its definition
            if (access.Refusal(http) is { } barred)
                return barred.ToResult();
            if (!RequestGuard.HasBody(http.Request) && Caller.IsKnown(http) && http.Request.Path.StartsWithSegments("/api"))
                http.Features.Get<OpenConnection>()?.Work();
            await function();
            return null;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to read it; of an answer that has begun, the rest is dropped.
            return http.Response.HasStarted ? null : TypedResults.StatusCode(StatusCodes.Status499ClientClosedRequest);
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            var problem = problems.Of(exception);
            if (problem.RetryAfterSeconds is { } seconds)
                http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return problem.ToResult();
        }
        finally
        {
            http.Features.Get<OpenConnection>()?.Wait();
        }
    }
}
