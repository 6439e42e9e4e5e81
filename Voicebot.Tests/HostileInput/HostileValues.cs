namespace Voicebot.Tests.HostileInput;

/// <summary>Values that have broken programs before.</summary>
internal static class HostileValues
{
    public static IReadOnlyList<string> Texts { get; } =
    [
        "", " ", "\t", "null", "undefined", "NaN", "Infinity", "-Infinity", "true", "false", "0", "-0", "-1", "1e309", "1.5",
        "0x1F", "١٢٣",
            "２０２６-10", "99999999999999999999", "-9223372036854775809",
        "2147483648", "2026-13", "2026-00-00", "2026-02-30", "0000-00", "9999-12-31", "2026-10-05T00:00:00Z", "2026-10 ", "--", "-", "+",
            "*", "%", "%%", "_", "\\", "/", "//", "..", "../", "../../etc/passwd",
        "..\\..\\windows\\win.ini", "%2e%2e%2f", "%00", "\0", "a\0b", "C:\\voicebot.db", "file:///etc/passwd", "http://169.254.169.254/",
            "'", "\"", "''", "\"\"", "' OR '1'='1", "1; DROP TABLE conversations;--",
        "') UNION SELECT value FROM settings--", "x' AND randomblob(1000000000)--", "[", "]", "{", "}", "{}", "[]", "$.a", "$", "(", ")",
            "a*", "*a", "NEAR(a b)", "a AND", "OR", "NOT", "\"unclosed", "col:word", "^a", "a:b:success", ":success",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "{{7*7}}", "${jndi:ldap://x}",
            "=cmd|' /C calc'!A0", "\r\nX-Injected: 1", "a\nb", "zażółć gęślą jaźń", "ÄÖÜß", "日本語", "😀", "\u202Etxt", "\uFEFF",
        "\uFFFD", "e\u0301\u0301\u0301\u0301", "\u200B", "ﬀ", "İ", "ſ", new string('a', 201), new string('9', 400), new string('ż', 300),
            string.Concat(Enumerable.Repeat("😀", 150)), string.Join(',', Enumerable.Range(0, 300)), new string(',', 100),
            new string('(', 190),
        new string('*', 150), new string('"', 99), "a,a", ",", "agent_one,agent_nobody", "conv_in,,", "success", "previous", "csv", "1,5",
    ];

    /// <summary>JSON values of every kind, wrong for any one field.</summary>
    public static IReadOnlyList<string> Json { get; } =
    [
        "null", "true", "false", "0", "-1", "1.5", "1e400", "123456789012345678901234567890", "\"\"", "\" \"", "\"\\u0000\"",
        "\"\\ud800\"",
            "\"\\ud83d\\ude00\"", "[]", "{}", "[[]]", "[null]", "[1,2,3]", "{\"a\":1}", "[{\"id\":null}]",
        "{\"$ref\":\"#\"}", "\"' OR 1=1--\"", "\"../../etc/passwd\"", "\"<script>\"", "\"2026-13-45\"", "\"\\r\\nX: 1\"",
            $"\"{new string('x', 3000)}\"", "[" + string.Join(',', Enumerable.Repeat("\"a\"", 500)) + "]",
    ];

    /// <summary>Bodies that are no JSON object.</summary>
    public static IReadOnlyList<string> BrokenBodies { get; } =
    [
        "{", "}", "[", "nul", "{\"a\":}", "{\"a\" 1}", "{'a':1}", "{a:1}", "{\"a\":1,}", "{\"a\":1}{\"a\":1}", "{\"a\":1,\"a\":2}",
            "\"text\"", "7", "[]", "null", "true", "\uFEFF{}", "/*x*/{}", "<xml/>", "a=1&b=2", "--boundary", "{\"a\":\"\\x\"}",
        "{\"a\":\"\u0001\"}", "{\"\\ud800\":1}", "{\"a\":01}", "{\"a\":+1}", "{\"a\":NaN}", new string('[', 200), new string('{', 200),
            string.Concat(Enumerable.Repeat("{\"a\":", 60)) + "1" + new string('}', 60), new string(' ', 1000), "\0",
        "{\"a\":\"" + new string('x', 70_000) + "\"}",
    ];

    public static IReadOnlyList<string> ContentTypes { get; } =
    [
        "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml", "text/json",
            "application/jsonp", "application/octet-stream", "text/html; charset=utf-7", "image/png", "application/x-json",
    ];

    /// <summary>Headers that try to be believed.</summary>
    public static IReadOnlyList<(string Name, string Value)> Headers { get; } =
    [
        ("X-HTTP-Method-Override", "DELETE"), ("X-Method-Override", "POST"), ("X-Original-URL", "/api/backup"),
            ("X-Rewrite-URL", "/api/settings"), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-For", "127.0.0.1, evil"),
            ("X-Forwarded-Proto", "gopher"),
        ("Forwarded", "host=evil.example;proto=https"), ("X-MS-CLIENT-PRINCIPAL", "eyJhdXRoX3R5cCI6ImFhZCJ9"),
            ("Cookie", "voicebot_session=x; a=b; =; ;;"), ("Authorization", "Basic eDp4"),
            ("Range", "bytes=-1,0-0,5-2,99999999999999999999-"), ("If-None-Match", "*, W/\"x\", \"\\\""),
        ("If-Modified-Since", "yesterday"), ("Accept", "*/*;q=NaN"), ("Accept-Encoding", "br;q=-1, gzip;q=x, ,,"),
            ("Accept-Language", new string('z', 3000)), ("Sec-Fetch-Site", "cross-site"), ("Origin", "null"),
            ("Origin", "https://evil.example"),
        ("Referer", "javascript:1"), ("Access-Control-Request-Method", "DELETE"), ("Expect", "200-maybe"), ("Upgrade", "h2c"),
            ("Content-Language", "\"\""), ("Via", "1.0 x"), ("X-Empty", ""), ("ElevenLabs-Signature", "t=1,v0=00"),
    ];
}
