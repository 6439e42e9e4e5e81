using System.Text.Json.Nodes;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.OpenApi;

/// <summary>Settings, agents, session and state of the program.</summary>
internal static class SettingsOperations
{
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new("GET", "api/settings", "The settings in force; never the keys themselves.") { Answer = typeof(SettingsResponse) },
        new("POST", "api/settings", "Saves what is given; recorded in the audit log.")
        {
            Body =
            [
                ApiParameter.Text("api_key", "ElevenLabs API key; blank keeps the stored one.", 500).OrNull,
                ApiParameter.Flag("test_key", "Ask ElevenLabs first: nothing is stored when the key is refused."),
                ApiParameter.Text("webhook_secret", "Secret of post-call webhooks; blank keeps the stored one.", 500).OrNull,
                ApiParameter.Text("base_url", "One of the addresses of ElevenLabs.").OrNull,
                ApiParameter.Text("time_zone", "IANA name of the reporting zone.", 64).OrNull,
                ApiParameter.Text("agent_id", "The only agent; excludes 'agents'.", 128).OrNull,
                new("agents", "The active agents: ids, or objects with id and name. One that is left out, or whose active is false, is "
                    + "retired: not synchronised any more, and kept in every figure.",
                    new JsonObject { ["type"] = new JsonArray("array", "null") }),
                ApiParameter.Flag("mask_phones", "Show clients' telephone numbers masked.").OrNull,
                ApiParameter.Flag("follow_vendor_deletion", "Forget the texts that ElevenLabs says it has deleted.").OrNull,
                ApiParameter.Whole("callback_days", "How far back people are looked for who should be called back.", 1,
                    CallbackRule.MaxDays).OrNull,
                ApiParameter.Whole("callback_pause_hours", "After so many hours one who did not answer comes back, in working time.", 1,
                    CallbackRule.MaxPauseHours).OrNull,
                ApiParameter.Whole("retention_texts_days", "After so many days texts are forgotten; null keeps them.", Retention.MinDays,
                    Retention.MaxDays).OrNull,
                ApiParameter.Whole("retention_phones_days", "After so many days telephone numbers are forgotten; null keeps them.",
                    Retention.MinDays, Retention.MaxDays).OrNull,
            ],
            Answer = typeof(SettingsResponse),
        },
        new("GET", "api/agents", "The agents, the active ones first.")
        {
            Query = [Parameters.Source],
            Answer = typeof(AgentsResponse),
            OtherAnswer = typeof(VendorAgentsResponse),
        },
        new("GET", "api/agents/{id}/reach",
            "How many conversations ElevenLabs has of the agent, by how far back a first synchronisation goes; at least so many where "
            + "is_complete is false.")
        {
            Query = [Parameters.Zone],
            Answer = typeof(Reach),
        },
        new("POST", "api/demo", "Starts the local host again with demo data or with the own data.")
        {
            Body = [ApiParameter.Flag("on", "true for the demo.").Needed],
            Status = 202,
            OtherStatus = 200,
            Answer = typeof(DemoResponse),
        },
        new("GET", "api/session", "Whether a sign-in is needed, and who is signed in.")
        {
            Answer = typeof(SessionResponse),
            IsOpen = true,
        },
        new("POST", "api/session", "Signs in with an access key.")
        {
            Body = [ApiParameter.Text("access_key", "The owner's or the viewer's key.").Needed],
            Answer = typeof(SessionResponse),
            IsOpen = true,
        },
        new("DELETE", "api/session", "Signs out.") { Answer = typeof(SessionResponse), IsOpen = true },
        new("GET", "api/live", "The bare word that the program answers.") { Answer = typeof(LiveResponse), IsOpen = true },
        new("GET", "api/ready", "Whether this instance can do its work: its database answers, has its schema, and its files can be "
            + "reached; else 503 with Retry-After.") { Answer = typeof(LiveResponse), IsOpen = true },
        new("GET", "api/health",
            "Version, schema, what stands in the way with its one remedy (worst first), freshness of each agent, room on the disk and "
            + "next scheduled runs.") { Answer = typeof(HealthResponse) },
        new("GET", "api/openapi.json", "This description.") { MediaType = "application/json" },
    ];
}
