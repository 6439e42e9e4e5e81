using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.OpenApi;

/// <summary>Synchronisation and webhooks.</summary>
internal static class SyncOperations
{
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new("POST", "api/sync", "Starts a synchronisation per agent; an agent that is syncing keeps the run that is on.")
        {
            Body =
            [
                ApiParameter.Text("agent_id", "One agent; all without it.", 128),
                ApiParameter.Date("start_date", "First day, inclusive; the first of the month without it."),
                ApiParameter.Date("end_date", "Last day, inclusive; today without it."),
            ],
            Status = 202,
            Answer = typeof(StartSyncResponse),
        },
        new("GET", "api/sync-logs", "Runs, newest first.")
        {
            Query = [Parameters.Runs, Parameters.KindOfRun, FilterParameters.Agents],
            Answer = typeof(IReadOnlyList<SyncLogResponse>),
        },
        new("GET", "api/sync-logs/{id}", "One run; live while it runs.") { Answer = typeof(SyncLogResponse) },
        new("DELETE", "api/sync-logs/{id}", "Asks a run to end; what it has stored stays.") { Answer = typeof(SyncLogResponse) },
        new("POST", "api/refetch-details", "Reads again the details of telephone conversations without numbers.")
        {
            Query = [FilterParameters.Agents],
            Body = [],
            Answer = typeof(RefetchResponse),
        },
        new("POST", "api/webhooks/elevenlabs", "Takes post-call webhooks, signed with the webhook's secret.")
        {
            Answer = typeof(WebhookResponse),
            IsOpen = true,
        },
    ];
}
