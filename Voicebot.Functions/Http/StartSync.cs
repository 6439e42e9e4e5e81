using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Agents;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>Starts a synchronisation per agent; the answer does not wait for it.</summary>
public sealed class StartSync(VoicebotSettings settings, SyncService sync, TimeProvider clock)
{
    [Function(nameof(StartSync))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/sync")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        var body = await BodyReader.ReadAsync(request);
        var agentId = body.Value("agent_id", 128, text =>
            Agent.IsId(text) ? text : null, "must be an agent id of letters, digits, '_' and '-'");
        var current = settings.Current;
        var window = Window(body, SyncWindow.Manual(current.Zone.Day(clock.GetUtcNow())));
        body.Finish();

        if (current.Connection is null || current.ActiveAgentIds.Count == 0)
            return Problem.NotConfigured.ToResult();
        var runs = sync.Start(agentId is null ? current.ActiveAgentIds : [Active(agentId, current)], SyncType.Manual, window);
        return ApiJson.Of(new StartSyncResponse("started", MessageOf(runs, window), runs.Count, StartedRunResponse.Of(runs, window)),
            StatusCodes.Status202Accepted);
    }

    /// <exception cref="ProblemException">404 when it is not known, 400 when it is retired.</exception>
    private static string Active(string agentId, EffectiveSettings current) =>
        current.ActiveAgentIds.Contains(FilterReader.Configured(agentId, current))
            ? agentId
            : throw new ProblemException(
                new Problem(400, "agent_retired",
                $"The agent '{agentId}' is retired, so ElevenLabs is not asked for it. Make it active again in the settings, or choose "
                + $"another."));

    private static string MessageOf(IReadOnlyList<SyncRun> runs, SyncWindow window)
    {
        var follows = runs.Count(run => !run.Lists(window));
        var text = $"The synchronisation of {runs.Count} agent(s) from {window.FromText} to {window.ToText} has been started.";
        return follows == 0 ? text
            : $"{text} Other days of {follows} agent(s) are being synchronised now; these days follow when that has ended.";
    }

    private static SyncWindow Window(BodyReader body, SyncWindow byDefault)
    {
        var start = body.Date("start_date");
        var end = body.Date("end_date");
        var to = end ?? byDefault.To;
        var from = start ?? (to < byDefault.From ? new DateOnly(to.Year, to.Month, 1) : byDefault.From);
        if (from > byDefault.To)
            body.Refuse("start_date", "must not be in the future");
        else if (from > to)
            body.Refuse("start_date", "must not be after 'end_date'");
        return new SyncWindow(from, to);
    }
}
