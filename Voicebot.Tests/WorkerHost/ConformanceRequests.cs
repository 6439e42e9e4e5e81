using Voicebot.Functions.Routing;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.WorkerHost;

/// <summary>
/// What both hosts are asked, in this order: first what only reads, then what changes, each with its refusals. Left out is what the
/// Functions host answers by itself, before any function: unknown methods, /admin and /runtime, an empty or impossible Host, a path
/// with %00, and doubled slashes (//api/live), which the local host reads as one, while the other compares routes as they are written.
/// </summary>
internal static class ConformanceRequests
{
    private static readonly (string, string) Foreign = ("Origin", "https://evil.example");
    private static readonly (string, string) Allowed = ("Origin", "https://reports.example.com");
    private static readonly (string, string) Own = ("Origin", "http://{authority}");
    private static readonly (string, string) Packed = ("Accept-Encoding", "br, gzip");
    private static readonly string LongText = new('x', 70_000);

    public static IReadOnlyList<AskedRequest> All { get; } =
    [
        .. Pages(), .. Figures(), .. Conversations(), .. Files(), .. Runs(), .. Settings(), .. EveryFunction(), .. Refusals(),
        .. Origins(), .. Sessions(),
        .. ChangingRequests.All, .. Guesses(),
    ];

    private static IEnumerable<AskedRequest> Gets(params string[] paths) => paths.Select(path => new AskedRequest("GET", path));

    private static IEnumerable<AskedRequest> Pages() =>
    [
        .. Gets("/", "/index.html", "/config.js", "/scripts/main.js", "/styles/", "/manifest.webmanifest", "/no-such-page",
            "/%2e%2e/host.json",
            "/Index.html", "/index.html?x=1", "/a%2Fb", "/host.json", "/%ff", "/..%5Chost.json", "/icons/icon.svg"),
        new("HEAD", "/"), new("HEAD", "/no-such-page"), new("PUT", "/"), new("POST", "/index.html", "{}"), new("OPTIONS", "/"),
        new("DELETE", "/"), new("PATCH", "/"),
        new("GET", "/") { Key = null }, new("GET", "/config.js") { Headers = [Packed] },
        new("GET", "/index.html") { Headers = [("Accept-Encoding", "gzip")] },
        new("GET", "/") { Headers = [("If-None-Match", "*")] }, new("GET", "/config.js") { Headers = [("Range", "bytes=0-9")] },
        new("GET", "/config.js") { Headers = [("Range", "bytes=999999-")] },
        new("GET", "/") { Headers = [("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT")] },
    ];

    private static IEnumerable<AskedRequest> Figures() =>
    [
        .. Gets("/api/live", "/api/ready", "/api/health", "/api/months", "/api/kpis", "/api/kpis/", "/api/kpis?month=2026-10",
            "/api/kpis?from=2026-10-01&to=2026-10-03&compare=previous", "/api/kpis?agent_id=agent_two",
            "/api/kpis?agent_id=agent_one,agent_two",
            "/api/kpis?month=1999-01", "/api/breakdowns?month=2026-10", "/api/breakdowns?agent_id=agent_one", "/api/data",
            "/api/data?month=2026-10&data=visits:gte:1", "/api/data?data=visits:gt:many"),
        .. Gets("/api/kpis?month=2026-13", "/api/kpis?month=", "/api/kpis?from=yesterday", "/api/kpis?from=2026-10-03&to=2026-10-01",
            "/api/kpis?month=2026-10&from=2026-10-01", "/api/kpis?agent_id=nobody", "/api/kpis?month=2026-10&month=2026-09",
            "/api/breakdowns?from=x",
            "/api/kpis?agent_id=%00", "/api/kpis?%zz=%", "/api/kpis?agent_id=%ff"),
        new("GET", "/api/kpis") { Headers = [("Accept-Encoding", "gzip")] }, new("GET", "/api/breakdowns") { Headers = [Packed] },
        new("GET", "/api/kpis") { Headers = [("If-None-Match", "W/\"another\"")] }, new("GET", "/api/kpis", "{}"),
    ];

    private static IEnumerable<AskedRequest> Conversations() =>
    [
        .. Gets("/api/conversations", "/api/conversations?per_page=2&page=2", "/api/conversations?page=99",
            "/api/conversations?sort=-duration_secs",
            "/api/conversations?outcome=success", "/api/conversations?dropout=true", "/api/conversations?criterion=polite:success",
            "/api/conversations?search=evil", "/api/conversations?phone=%2B48501000002",
            "/api/conversations?duration_min=30&duration_max=301&month=2026-10",
            "/api/conversations?outcome=success,failure&weekday=1,2&hour=9,10", "/api/conversations?weekday=8",
            "/api/conversations?data=visits",
            "/api/conversation-figures?outcome=failure", "/api/views?count=true", "/api/segments?first=1&second=2",
            "/api/conversations/conv_in/others",
            "/api/conversations?search=za%C5%BC%C3%B3%C5%82%C4%87+%26", "/api/conversations?ids=conv_in,conv_out"),
        .. Gets("/api/conversations?per_page=0", "/api/conversations?per_page=201", "/api/conversations?page=x",
            "/api/conversations?sort=nonsense",
            "/api/conversations?outcome=good", "/api/conversations?criterion=polite", "/api/conversations?phone=5",
            "/api/conversations?ids=" + new string('a', 7_000), "/api/conversations?ids=" + new string('a', 50_000)),
        .. Gets([.. Seed.NewestFirst.Select(id => "/api/conversations/" + id)]),
        .. Gets("/api/conversations/unknown", "/api/conversations/%20", "/api/conversations/za%C5%BC%C3%B3%C5%82%C4%87",
            "/api/conversations/a%2Fb", "/api/conversations/a%252Fb",
            "/api/conversations/a+b", "/api/conversations/%ff", "/api/conversations/a%0D%0Ab",
            "/api/conversations/" + new string('x', 300), "/api/conversations/unknown/audio",
            "/api/conversations/conv_text/audio", "/api/conversations/conv_in/audio", "/api/conversations/conv_in/nothing",
            "/api/Conversations/conv_in", "/API/KPIS"),
        new("GET", "/api/conversations/conv_in/audio") { Headers = [("Range", "bytes=10-19")] },
        new("GET", "/api/conversations/conv_in/audio") { Headers = [("Range", "bytes=3000-")] },
    ];

    private static IEnumerable<AskedRequest> Files() =>
    [
        .. Gets("/api/export-csv", "/api/export-csv?delimiter=comma&month=2026-10", "/api/export-csv?delimiter=tab&agent_id=agent_two",
            "/api/export-csv?month=1999-01", "/api/export-csv?delimiter=x"),
        .. Gets("/api/export-xlsx", "/api/export-xlsx?lang=pl&agent_id=agent_two&month=2026-10", "/api/export-xlsx?month=1999-01",
            "/api/export-xlsx?lang=x"),
        .. Gets("/api/archives", "/api/download-csv/1", "/api/download-csv/99", "/api/download-csv/x", "/api/backup", "/api/openapi.json",
            "/api/person-data?phone=%2B48501000002", "/api/person-data?phone=%2B48501000002&format=csv", "/api/person-data",
            "/api/person-data?phone=1",
            "/api/person-data?phone=%2B48501999999", "/api/person-data?phone=%2B48501000002&format=x"),
        new("GET", "/api/export-csv") { Headers = [Packed] },
    ];

    private static IEnumerable<AskedRequest> Runs() =>
        Gets("/api/sync-logs", "/api/sync-logs?limit=1", "/api/sync-logs?limit=0", "/api/sync-logs/1", "/api/sync-logs/99",
            "/api/sync-logs/x",
            "/api/sync-logs/99999999999999999999");

    private static IEnumerable<AskedRequest> Settings() =>
        Gets("/api/settings", "/api/agents", "/api/agents?source=elevenlabs", "/api/agents?source=x", "/api/audit-log",
            "/api/audit-log?limit=0", "/api/erase");

    /// <summary>Each method of each function: by a stranger, by the viewer, with an unknown parameter, and from another site.</summary>
    private static IEnumerable<AskedRequest> EveryFunction() =>
        from function in RouteTable.All
        where !function.Route.StartsWith("{*", StringComparison.Ordinal)
        from method in function.Methods
        let id = function.Route.Contains("conversations", StringComparison.Ordinal) ? "conv_in" : "77"
        let path = "/" + function.Route.Replace("{id}", id, StringComparison.Ordinal)
        let refused = method is "GET" or "HEAD" ? path : path + "?nonsense=1" // not to change anything yet
        let asked = new AskedRequest(method, path)
        from request in new[]
        {
            asked with { Key = null },
            asked with { Key = TwoHosts.ViewerKey, Path = refused },
            asked with { Path = path + "?nonsense=1" },
            asked with { Headers = [("Sec-Fetch-Site", "cross-site")], Path = refused },
        }
        select request;

    private static IEnumerable<AskedRequest> Refusals() =>
    [
        new("GET", "/api"), new("GET", "/api/"), new("GET", "/api/nothing"), new("HEAD", "/api/nothing"), new("PUT", "/api/kpis", "{}"),
        new("PATCH", "/api/settings", "{}"), new("DELETE", "/api/settings"), new("POST", "/api/kpis", "{}"), new("GET", "/api/sync"),
        new("HEAD", "/api/sync"), new("PUT", "/api/erase", "{}"), new("DELETE", "/api/conversations/conv_in"), new("OPTIONS", "/api/kpis"),
        new("GET", "/api/nothing") { Key = null }, new("POST", "/api/nothing", "{}") { Key = TwoHosts.ViewerKey },
        new("GET", "/api/kpis") { Key = "not-the-key-of-anybody-at-all-0123456789" },
        new("GET", "/api/kpis") { Headers = [("Authorization", "Basic eDp5")], Key = null },
        new("GET", "/api/kpis") { Headers = [("Host", "evil.example")] },
        new("GET", "/") { Headers = [("Host", "evil.example:80")], Key = null },
        new("POST", "/api/sync", "{}") { ContentType = "text/plain" },
        new("POST", "/api/sync", "{}") { ContentType = "text/plain", Chunked = true },
        new("POST", "/api/settings", "{"), new("POST", "/api/settings", "[]"), new("POST", "/api/settings", ""),
        new("POST", "/api/settings"),
        new("POST", "/api/settings", $$"""{"time_zone":"{{LongText}}"}"""),
        new("POST", "/api/settings", $$"""{"time_zone":"{{LongText}}"}""") { Chunked = true },
        new("POST", "/api/settings", """{"nonsense":1}"""), new("POST", "/api/settings", """{"time_zone":"Mars/Olympus"}"""),
        new("POST", "/api/settings", """{"base_url":"https://evil.example"}"""),
        new("POST", "/api/settings", """{"time_zone":"\ud800"}"""),
        new("POST", "/api/settings", """{"mask_phones":true,"mask_phones":false}"""), new("POST", "/api/settings", new string('[', 200)),
    ];

    private static IEnumerable<AskedRequest> Origins() =>
    [
        .. from origin in new[] { Foreign, Allowed, Own, ("Origin", "https://{authority}"), ("Origin", "null"),
            ("Sec-Fetch-Site", "same-site"), ("Sec-Fetch-Site", "same-origin") }
           from asked in new AskedRequest[]
           {
               new("GET", "/api/live"), new("GET", "/api/kpis"), new("HEAD", "/api/backup"), new("GET", "/api/conversations?search=evil"),
               new("GET", "/api/nothing"), new("GET", "/"),
               new("POST", "/api/settings", """{"nonsense":1}"""), new("POST", "/api/session", """{"access_key":""}""") { Key = null },
           }
           select asked with { Headers = [origin] },
        new("OPTIONS", "/api/kpis") { Headers = [Allowed, ("Access-Control-Request-Method", "GET")], Key = null },
        new("OPTIONS", "/api/kpis") { Headers = [Foreign, ("Access-Control-Request-Method", "GET")], Key = null },
        new("OPTIONS", "/api/nothing") { Headers = [Allowed, ("Access-Control-Request-Method", "POST")], Key = null },
    ];

    private static IEnumerable<AskedRequest> Sessions() =>
    [
        new("GET", "/api/session"), new("GET", "/api/session") { Key = TwoHosts.ViewerKey },
        new("POST", "/api/session", "{}") { Key = null },
        new("POST", "/api/session", """{"access_key":"wrong"}""") { Key = null },
        new("GET", "/api/kpis") { Headers = [("Cookie", "voicebot_session=forged")], Key = null },
        SignIn(TwoHosts.OwnerKey),
        new("GET", "/api/session") { InSession = true }, new("GET", "/api/kpis") { InSession = true },
        new("DELETE", "/api/session") { InSession = true },
        new("GET", "/api/kpis") { InSession = true }, new("DELETE", "/api/session") { InSession = true },
        SignIn(TwoHosts.ViewerKey) with { Headers = [Own] },
        new("GET", "/api/settings") { InSession = true }, new("GET", "/api/backup") { InSession = true }, new("DELETE", "/api/session"),
    ];

    /// <summary>Wrong keys from one address, until it has to wait; with the right key, too.</summary>
    private static IEnumerable<AskedRequest> Guesses()
    {
        var wrong = Enumerable.Range(0, 6)
            .SelectMany(_ => new[] { SignIn("wrong"), new AskedRequest("GET", "/api/kpis") { Key = "wrong" } });
        return wrong.Append(SignIn(TwoHosts.OwnerKey)).Append(new AskedRequest("GET", "/api/live"))
            .Select(asked => asked with { Headers = [("X-Forwarded-For", "203.0.113.7")] });
    }

    private static AskedRequest SignIn(string key) => new("POST", "/api/session", $$"""{"access_key":"{{key}}"}""") { Key = null };
}
