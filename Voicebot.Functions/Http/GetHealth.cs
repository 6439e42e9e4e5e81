using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Figures;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

public sealed class GetHealth(
    VoicebotSettings settings, VoicebotOptions options, Database database, Migrator migrator, SyncRunStore runs, ElevenLabsClients clients, DatabaseCheck check, TimeProvider clock)
{
    [Function(nameof(GetHealth))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        var now = clock.GetUtcNow();
        var current = settings.Current;
        var lastGood = runs.LastGood(current.AgentIds);
        return ApiJson.Ok(new HealthResponse(
            "ok",
            ProductVersion.Text,
            migrator.SchemaVersion,
            check.Condition,
            current.Zone.Id,
            options.Demo,
            lastGood is { } seconds ? current.Zone.Local(seconds) : null,
            now.ToUnixTimeSeconds() - lastGood,
            runs.OpenCount,
            clients.CircuitIsOpen ? "open" : "closed",
            clients.Concurrency.Limit,
            [new NextRunResponse("sync", current.Zone.Local(options.SyncSchedule.Next(now))), new NextRunResponse("archive", current.Zone.Local(options.ArchiveSchedule.Next(now)))],
            FiguresCheckResponse.Of(database.Read(DerivedState.Of), current.Zone)));
    }
}
