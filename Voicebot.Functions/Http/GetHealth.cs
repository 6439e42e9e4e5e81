using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Figures;
using Voicebot.Core.Health;
using Voicebot.Core.Scheduling;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

public sealed class GetHealth(
    VoicebotOptions options, Database database, Migrator migrator, SyncRunStore runs, ElevenLabsClients clients, HealthProblems health,
        TimeProvider clock)
{
    [Function(nameof(GetHealth))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health")] HttpRequest request)
    {
        // The query is not read: monitors add numbers to it, so that no cache answers.
        var now = clock.GetUtcNow();
        var facts = health.Facts();
        var zone = facts.Settings.Zone;
        var ages = facts.Agents.Where(agent => agent.Age(facts.Now) is not null).ToList();
        var oldest = ages.Count == 0 ? null : ages.MaxBy(agent => agent.Age(facts.Now));
        return ApiJson.Ok(new HealthResponse(
            "ok",
            ProductVersion.Text,
            migrator.SchemaVersion,
            facts.DatabaseCondition,
            zone.Id,
            options.Demo,
            oldest is null ? null : zone.Local(oldest.LastGoodAt!.Value),
            oldest?.Age(facts.Now),
            [.. facts.Agents.Select(agent => AgentFreshnessResponse.Of(agent, facts.Now, zone))],
            [.. HealthProblems.Of(facts).Select(problem => HealthProblemResponse.Of(problem, zone))],
            facts.Disk is { } disk ? new DiskResponse(disk.FreeBytes, disk.TotalBytes) : null,
            runs.OpenCount,
            facts.CircuitIsOpen ? "open" : "closed",
            clients.Concurrency.Limit,
            [.. Jobs.All.Where(job => job.ShownAs is not null)
                .Select(job => new NextRunResponse(job.ShownAs!, zone.Local(options.Schedules.Of(job).Next(now))))],
            FiguresCheckResponse.Of(database.Read(DerivedState.Of), zone)));
    }
}
