using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>
/// A Firefox without windows, spoken to by WebDriver BiDi (w3c.github.io/webdriver-bidi), for Playwright only drives a Firefox of its own.
/// It has one page; what that writes to its console as a warning or an error is kept.
/// </summary>
public sealed class Firefox : IAsyncLifetime
{
    private const string Remedy =
        "No Firefox was found. Install it (Debian: apt-get install firefox-esr), or name one in VOICEBOT_FIREFOX.";

    private static readonly string[] UsualPlaces =
        ["/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"];

    private readonly TemporaryFolder profile = new();
    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentDictionary<long, TaskCompletionSource<JsonElement>> waiting = new();
    private readonly ConcurrentQueue<string> complaints = new();
    private Process? process;
    private string page = "";
    private long last;

    /// <summary>What the console held since the last question, in order.</summary>
    public IReadOnlyList<string> TakeComplaints()
    {
        var taken = new List<string>();
        while (complaints.TryDequeue(out var one))
            taken.Add(one);
        return taken;
    }

    /// <summary>Skips the test where there is no Firefox; else starts it with its first test.</summary>
    public async Task RequireOrSkipAsync()
    {
        var program = UsualPlaces.Prepend(Environment.GetEnvironmentVariable("VOICEBOT_FIREFOX") ?? "").FirstOrDefault(File.Exists);
        NeededPart.Require(program is not null, Remedy);
        if (process is null)
            await StartAsync(program!);
    }

    public Task OpenAsync(Uri address) =>
        SendAsync("browsingContext.navigate", new() { ["context"] = page, ["url"] = address.ToString(), ["wait"] = "complete" });

    public Task ResizeAsync(int width, int height)
    {
        var viewport = new JsonObject { ["width"] = width, ["height"] = height };
        return SendAsync("browsingContext.setViewport", new() { ["context"] = page, ["viewport"] = viewport });
    }

    /// <summary>A click of the mouse within an element, in its middle unless shares of its width and height are given.</summary>
    public async Task ClickAsync(string selector, double across = 0.5, double down = 0.5)
    {
        var place = await EvaluateAsync($$"""
            (() => {
              const node = document.querySelector({{JsonSerializer.Serialize(selector)}});
              node.scrollIntoView({ block: "center" });
              const box = node.getBoundingClientRect();
              return [box.left + box.width * {{across.ToString(CultureInfo.InvariantCulture)}},
                box.top + box.height * {{down.ToString(CultureInfo.InvariantCulture)}}].map(Math.round).join();
            })()
            """);
        var at = place.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToList();
        await ActAsync("pointer",
            Step("pointerMove", ("x", at[0]), ("y", at[1])), Step("pointerDown", ("button", 0)), Step("pointerUp", ("button", 0)));
    }

    /// <summary>Keys that are held down together, as WebDriver names them: a sign, or one of its code points for the others.</summary>
    public Task PressAsync(params string[] keys) => ActAsync("key",
        [.. keys.Select(key => Step("keyDown", ("value", key))), .. keys.Reverse().Select(key => Step("keyUp", ("value", key)))]);

    /// <summary>The text that an expression of the page gives, which may be a promise.</summary>
    public async Task<string> EvaluateAsync(string expression)
    {
        var answer = await SendAsync("script.evaluate", new JsonObject
        {
            ["expression"] = expression,
            ["target"] = new JsonObject { ["context"] = page },
            ["awaitPromise"] = true,
        });
        if (answer.Text("type") != "success")
            throw new InvalidOperationException($"{expression}: {answer.GetProperty("exceptionDetails").Text("text")}");
        var result = answer.GetProperty("result");
        return result.TryGetProperty("value", out var value) ? value.ToString() : result.Text("type")!;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        await ending.CancelAsync();
        process?.Dispose();
        socket.Dispose();
        ending.Dispose();
        profile.Dispose();
    }

    private async Task StartAsync(string program)
    {
        // A reader far from the reporting zone, as with the other browser.
        await File.WriteAllTextAsync(Path.Combine(profile.FullPath, "user.js"), """
            user_pref("intl.accept_languages", "pl-PL, pl");
            user_pref("intl.locale.requested", "pl");
            user_pref("ui.prefersReducedMotion", 1);
            user_pref("browser.shell.checkDefaultBrowser", false);
            user_pref("datareporting.policy.dataSubmissionEnabled", false);
            user_pref("toolkit.telemetry.enabled", false);
            user_pref("app.normandy.enabled", false);
            user_pref("network.captive-portal-service.enabled", false);
            user_pref("network.connectivity-service.enabled", false);
            """);
        string[] arguments = ["--headless", "--no-remote", "--remote-debugging-port", "0", "--profile", profile.FullPath, "about:blank"];
        process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["TZ"] = "America/Los_Angeles", ["HOME"] = profile.FullPath },
        })!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        var place = Path.Combine(profile.FullPath, "WebDriverBiDiServer.json");
        JsonElement server = default;
        await Eventually.True(() => !process.HasExited && TryRead(place, out server), "the address of Firefox");
        await socket.ConnectAsync(new Uri($"ws://{server.Text("ws_host")}:{server.Whole("ws_port")}/session"), ending.Token);
        _ = Task.Run(ListenAsync);
        await SendAsync("session.new", new JsonObject { ["capabilities"] = new JsonObject() });
        await SendAsync("session.subscribe", new JsonObject { ["events"] = new JsonArray("log.entryAdded") });
        page = (await SendAsync("browsingContext.create", new JsonObject { ["type"] = "tab" })).Text("context")!;
    }

    private static JsonObject Step(string type, params (string Name, JsonNode Value)[] values)
    {
        var step = new JsonObject { ["type"] = type };
        foreach (var (name, value) in values)
            step[name] = value;
        return step;
    }

    private Task ActAsync(string kind, params JsonNode[] steps)
    {
        var source = new JsonObject { ["type"] = kind, ["id"] = kind, ["actions"] = new JsonArray(steps) };
        return SendAsync("input.performActions", new() { ["context"] = page, ["actions"] = new JsonArray(source) });
    }

    private static bool TryRead(string place, out JsonElement server)
    {
        server = default;
        try
        {
            server = JsonDocument.Parse(File.ReadAllText(place)).RootElement;
            return true;
        }
        catch (Exception error) when (error is IOException or JsonException)
        {
            return false; // not yet written, or half
        }
    }

    private async Task<JsonElement> SendAsync(string method, JsonObject parameters)
    {
        var id = Interlocked.Increment(ref last);
        var answer = waiting[id] = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, ending.Token);
        var got = await answer.Task.WaitAsync(Eventually.LongestWait, ending.Token);
        return got.Text("type") == "success" ? got.GetProperty("result") : throw new InvalidOperationException($"{method}: {got}");
    }

    private async Task ListenAsync()
    {
        var buffer = new byte[64 * 1024];
        using var whole = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer, ending.Token);
                if (part.MessageType == WebSocketMessageType.Close)
                    return;
                whole.Write(buffer, 0, part.Count);
                if (!part.EndOfMessage)
                    continue;
                Hear(JsonDocument.Parse(whole.ToArray()).RootElement);
                whole.SetLength(0);
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            foreach (var answer in waiting.Values)
                answer.TrySetException(error);
        }
    }

    private void Hear(JsonElement message)
    {
        if (message.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number)
        {
            if (waiting.TryRemove(id.GetInt64(), out var answer))
                answer.SetResult(message);
        }
        else if (message.Text("method") == "log.entryAdded")
        {
            var entry = message.GetProperty("params");
            if (entry.Text("level") is "warn" or "error")
                complaints.Enqueue($"{entry.Text("level")} ({entry.Text("type")}): {entry.Text("text")}");
        }
    }
}
