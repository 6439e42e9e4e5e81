using System.Text;
using Voicebot.Core.Webhooks;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.WorkerHost;

/// <summary>What both hosts are asked to change, and then what it looks like.</summary>
internal static class ChangingRequests
{
    private const string Secret = "wsec_of_the_conformance_tests";
    private const string Webhook = "/api/webhooks/elevenlabs";

    public static IReadOnlyList<AskedRequest> All { get; } =
        [.. Archives(), .. Views(), .. Reviews(), .. Callbacks(), .. Targets(), .. Money(), .. Alerts(), .. Digests(), .. Phones(),
            .. Webhooks(),
            .. Syncs(), .. Erasures(), .. Trail()];

    private static AskedRequest Post(string path, string body = "{}") => new("POST", path, body);

    private static AskedRequest Get(string path) => new("GET", path);

    private static IEnumerable<AskedRequest> Archives() =>
    [
        Post("/api/archive?month=2026-10"), Post("/api/archive?month=1999-01"), Post("/api/archive"), Post("/api/archive?month=x"),
        Post("/api/archive?month=2026-10"),
        Get("/api/archives"), Get("/api/download-csv/1"), Get("/api/download-csv/2"), new("HEAD", "/api/download-csv/1"),
    ];

    private static IEnumerable<AskedRequest> Views() =>
    [
        Post("/api/views", """{"name":"Failed","filters":{"outcome":"failure"}}"""), Post("/api/views", """{"name":"failed"}"""),
        Post("/api/views"),
        Post("/api/views", """{"name":"x","filters":{"outcome":"good"}}"""), Get("/api/views?count=true"),
        new("PUT", "/api/views/1",
            """{"name":"Failed on Monday","filters":{"outcome":"failure","weekday":"1"},"sort":"-duration","columns":["start"]}"""),
        new("PUT", "/api/views/99", """{"name":"x"}"""), new("PUT", "/api/views/x", """{"name":"x"}"""),
        new("DELETE", "/api/views/99"), new("DELETE", "/api/views/1"), Get("/api/views"),
    ];

    private static IEnumerable<AskedRequest> Reviews() =>
    [
        Post("/api/reviews/conv_out", """{"state":"in_work","owner":"Anna","labels":["a"],"note":"x","version":0}"""),
        Post("/api/reviews/conv_out", """{"state":"done","version":0}"""), Post("/api/reviews/nobody", """{"state":"done"}"""),
        Post("/api/reviews/conv_out", """{"state":"gone"}"""), Get("/api/reviews/conv_out"), Get("/api/reviews/nobody"),
        new("HEAD", "/api/reviews/conv_out"), new("HEAD", "/api/reviews/nobody"),
        Post("/api/reviews", """{"changes":[{"conversation_id":"conv_in","state":"new"},{"conversation_id":"nobody"}]}"""),
        Post("/api/reviews"), Get("/api/reviews?state=all"), Get("/api/reviews?state=gone"), new("HEAD", "/api/reviews"),
        new("HEAD", "/api/reviews?page=x"), Get("/api/review-rules"), Get("/api/review-rules?caught=x"), new("HEAD", "/api/review-rules"),
        new("HEAD", "/api/review-rules?x=1"),
        Post("/api/review-rules", """{"name":"Silent","filters":{"end_reason":"silence"}}"""), Post("/api/review-rules"),
        Post("/api/review-rules/preview", """{"filters":{"outcome":"failure"}}"""), Post("/api/review-rules/preview"),
        new("PUT", "/api/review-rules/5", """{"name":"Silence","filters":{"end_reason":"silence"},"enabled":false}"""),
        new("PUT", "/api/review-rules/99", """{"name":"x","filters":{"end_reason":"silence"}}"""),
        new("DELETE", "/api/review-rules/99"), new("DELETE", "/api/review-rules/5"),
    ];

    private static IEnumerable<AskedRequest> Callbacks() =>
    [
        Get("/api/callbacks?state=gone"), Get("/api/callbacks?state=later"), new("HEAD", "/api/callbacks"),
        new("HEAD", "/api/callbacks?page=x"), Post("/api/settings", """{"callback_days":91}"""),
        Post("/api/callbacks", """{"changes":[{"conversation_id":"conv_web","action":"wanted"}]}"""),
        Post("/api/callbacks", """{"changes":[{"conversation_id":"nobody","action":"done"}]}"""),
        Post("/api/callbacks"), Post("/api/callbacks", """{"changes":[{"conversation_id":"conv_in","action":"gone"}]}"""),
        Get("/api/callbacks/export?state=later"), Get("/api/callbacks/export?lang=x"), new("HEAD", "/api/callbacks/export?state=later"),
    ];

    private static IEnumerable<AskedRequest> Targets() =>
    [
        Post("/api/targets", """{"figure":"conversion_rate","value":65}"""),
        Post("/api/targets", """{"figure":"conversion_rate","value":6}"""), Post("/api/targets"), Get("/api/targets"),
        new("HEAD", "/api/targets"), new("HEAD", "/api/targets?x=1"), Get("/api/kpis"),
        new("PUT", "/api/targets/1", """{"figure":"conversion_rate","value":70.5,"agent_id":"agent_one","version":1}"""),
        new("PUT", "/api/targets/1", """{"figure":"conversion_rate","value":70,"version":1}"""),
        new("PUT", "/api/targets/99", """{"figure":"error_rate","value":5}"""), Get("/api/breakdowns"),
        new("DELETE", "/api/targets/99"), new("DELETE", "/api/targets/1?version=1"), new("DELETE", "/api/targets/1"),
        Post("/api/notes", """{"day":"2026-10-04","text":"New script"}"""), Post("/api/notes"),
        Get("/api/notes"), Get("/api/notes?month=2026-09"), Get("/api/notes?month=x"), new("HEAD", "/api/notes"),
        new("HEAD", "/api/notes?x=1"), new("PUT", "/api/notes/1", """{"day":"2026-10-05","text":"New","agent_id":"agent_two"}"""),
        new("PUT", "/api/notes/1", """{"day":"2026-10-05","text":"New","version":1}"""),
        new("PUT", "/api/notes/99", """{"day":"2026-10-05","text":"New"}"""), new("DELETE", "/api/notes/99"),
        new("DELETE", "/api/notes/1?version=1"), new("DELETE", "/api/notes/1"),
    ];

    private static IEnumerable<AskedRequest> Money() =>
    [
        new("HEAD", "/api/money"), new("HEAD", "/api/money?month=x"), Get("/api/money?x=1"), new("PUT", "/api/money"),
        new("PUT", "/api/money", """{"currency":"PLN","rate":4.05,"vat_percent":23,"budget":5000,"version":1}"""),
        new("PUT", "/api/money", """{"currency":"PLN","rates":[{"month":"2026-10","rate":4.02}],"version":1}"""),
        new("PUT", "/api/money", """{"currency":"zł"}"""), Get("/api/money?month=2026-10"),
        Get("/api/money?month=2026-10&agent_id=agent_one"),
    ];

    private static IEnumerable<AskedRequest> Alerts() =>
    [
        Get("/api/alerts?state=gone"), new("HEAD", "/api/alerts?page=x"), Get("/api/alert-rules?x=1"), new("HEAD", "/api/alert-rules"),
        Post("/api/alert-rules", """{"name":"Low","kind":"figure","figure":"conversion_rate","operator":"below","value":1}"""),
        Post("/api/alert-rules"), Post("/api/alert-rules/preview"),
        Post("/api/alert-rules/preview", """{"kind":"conversations","filters":{"outcome":"failure"}}"""),
        new("PUT", "/api/alert-rules/3", """{"name":"Lower","kind":"system","event":"silence","hours":48,"enabled":false}"""),
        new("PUT", "/api/alert-rules/99", """{"name":"x","kind":"system","event":"problem"}"""),
        new("DELETE", "/api/alert-rules/99"), new("DELETE", "/api/alert-rules/3"),
        Get("/api/alert-channels"), new("HEAD", "/api/alert-channels"), Post("/api/alert-channels"),
        Post("/api/alert-channels", """{"name":"Team","kind":"slack","language":"pl","url":"https://127.0.0.1/x"}"""),
        Post("/api/alert-channels",
            """{"name":"Team","kind":"slack","language":"pl","url":"https://hooks.example.com/x","enabled":false}"""),
        new("PUT", "/api/alert-channels/1", """{"name":"Team","kind":"slack","language":"en","enabled":false}"""),
        new("PUT", "/api/alert-channels/99", """{"name":"x","kind":"slack","language":"en"}"""),
        Post("/api/alert-channels/99/test"), new("DELETE", "/api/alert-channels/99"), new("DELETE", "/api/alert-channels/1"),
    ];

    private static IEnumerable<AskedRequest> Digests() =>
    [
        Get("/api/digests"), new("HEAD", "/api/digests"), Get("/api/digests?x=1"), Post("/api/digests"),
        Post("/api/alert-channels",
            """{"name":"Mail","kind":"email","language":"pl","host":"127.0.0.1","from":"a@example.com","to":["b@example.com"]}"""),
        Post("/api/digests",
            """{"name":"Week","period":"week","channel":2,"recipients":[{"address":"a@example.com","language":"pl"}],"enabled":false}"""),
        Post("/api/digests", """{"name":"x","period":"week","channel":99,"recipients":[{"address":"a","language":"pl"}]}"""),
        new("PUT", "/api/digests/1",
            """
            {"name":"Month","period":"month","channel":2,"recipients":[{"address":"a@example.com","language":"en"}],"enabled":false}
            """),
        new("PUT", "/api/digests/99",
            """{"name":"x","period":"week","channel":2,"recipients":[{"address":"a@example.com","language":"en"}]}"""),
        Get("/api/digests/99/preview"), Get("/api/digests/1/preview?language=de"), new("HEAD", "/api/digests/99/preview"),
        Post("/api/digests/1/send"), Post("/api/digests/99/send", """{"to":"all"}"""),
        Post("/api/digests/1/send", """{"to":"a@example.com"}"""),
        new("DELETE", "/api/digests/99"), new("DELETE", "/api/digests/1"), new("DELETE", "/api/alert-channels/2"),
    ];

    private static IEnumerable<AskedRequest> Phones() =>
    [
        Post("/api/conversations/conv_in/reveal"), Post("/api/conversations/unknown/reveal"),
        Post("/api/conversations/conv_in/reveal") with { Key = TwoHosts.ViewerKey },
        Post("/api/settings", """{"mask_phones":true}"""), Get("/api/conversations/conv_in"), Get("/api/settings"),
        Get("/api/export-csv") with { Key = TwoHosts.ViewerKey },
        Post("/api/settings", """{"mask_phones":false}"""), Get("/api/conversations/conv_in") with { Key = TwoHosts.ViewerKey },
        Get("/api/export-xlsx?lang=pl"),
    ];

    private static IEnumerable<AskedRequest> Webhooks()
    {
        var call = SampleFiles.Text("extra/webhook-post-call-transcription.json")
            .Replace("agent_4101m2f7c9x3e8vq5t6n0hdkyrwb", "agent_one", StringComparison.Ordinal);
        return
        [
            Post(Webhook, """{"type":"post_call_transcription"}"""), Post("/api/settings", $$"""{"webhook_secret":"{{Secret}}"}"""),
            Post(Webhook), Signed("{}", "another"),
            Signed("not json"), Signed("[]"), Signed("""{"type":"an_event_of_tomorrow","data":{}}"""), Signed(call),
            Signed(call) with { Chunked = true },
            Signed(call) with { ContentType = "text/plain", Headers = [.. Signed(call).Headers, ("Origin", "https://evil.example")] },
            Get("/api/conversations"), Get("/api/kpis"), Post("/api/settings", """{"webhook_secret":null}"""),
        ];
    }

    /// <summary>As the vendor sends it: without a key.</summary>
    private static AskedRequest Signed(string body, string secret = Secret)
    {
        var time = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var signature = WebhookSignature.Sign($"{time}", Encoding.UTF8.GetBytes(body), secret);
        return Post(Webhook, body) with { Key = null, Headers = [("ElevenLabs-Signature", $"t={time},v0={signature}")] };
    }

    private static IEnumerable<AskedRequest> Syncs() =>
    [
        Post("/api/sync", """{"start_date":"2026-10-31","end_date":"2026-10-01"}"""), Post("/api/sync", """{"agent_id":"nobody"}"""),
        Post("/api/sync", """{"agent_id":7}"""),
        Post("/api/sync", """{"agent_id":"agent_two","start_date":"2026-10-01","end_date":"2026-10-31"}"""), Get("/api/sync-logs?limit=1"),
        Get("/api/sync-logs/3"),
        Post("/api/conversations/conv_in/refetch"), Post("/api/conversations/unknown/refetch"), Post("/api/refetch-details"),
        Post("/api/refetch-details", """{"x":1}"""),
        new("DELETE", "/api/sync-logs/99"), new("DELETE", "/api/sync-logs/1"), new("DELETE", "/api/sync-logs/x"),
        Post("/api/demo", """{"on":true}"""), Post("/api/demo"), Get("/api/health"),
    ];

    private static IEnumerable<AskedRequest> Erasures() =>
    [
        Post("/api/erase", """{"phone":"+48501000005","dry_run":true}"""), Post("/api/erase", """{"conversation_id":"conv_text"}"""),
        Post("/api/erase"),
        Post("/api/erase", """{"phone":"+48501000003"}"""), Post("/api/erase", """{"phone":"5"}"""),
        Post("/api/erase", """{"conversation_id":"never_there"}"""),
        Get("/api/erase"), new("HEAD", "/api/erase"), Get("/api/conversations/conv_text"), Get("/api/conversations/conv_text/audio"),
        Get("/api/conversations"), Get("/api/kpis"),
    ];

    private static IEnumerable<AskedRequest> Trail() =>
        [Get("/api/audit-log"), Get("/api/audit-log?limit=3"), Get("/api/archives"), Get("/api/months")];
}
