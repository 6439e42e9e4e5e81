using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Functions.Routing;
using Voicebot.Functions.Timers;

namespace Voicebot.Tests.WorkerHost;

/// <summary>One program, two ways to start: the built worker under a Functions host answers as the local host does.</summary>
public sealed partial class ConformanceTests(TwoHosts hosts) : IClassFixture<TwoHosts>
{
    private static IEnumerable<string> Declared =>
        [.. RouteTable.All.Select(function => function.Name), .. TimerFunction.All.Select(function => function.Name)];

    [Fact]
    public void Worker_Load_HasEveryFunction()
    {
        var loaded = hosts.Worker.Functions.Select(function => function.Name);
        Assert.Equal(Declared.Order(StringComparer.Ordinal), loaded.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task HttpFunctions_SameRequests_AnswerAlike()
    {
        var all = ConformanceRequests.All;
        var differences = new List<string>();
        foreach (var asked in all)
            if (await DifferenceAsync(asked) is { } difference)
                differences.Add($"{asked}\n{difference}");

        Assert.True(differences.Count == 0,
            $"{differences.Count} of {all.Count} answers differ, local host first:\n{string.Join('\n', differences)}");
        Assert.InRange(all.Count, 100, int.MaxValue);
    }

    /// <summary>A viewer tries masked numbers; the hour in which they are counted must not end meanwhile.</summary>
    [Fact]
    public async Task MaskedNumbers_TriedOut_AreRefusedAlike()
    {
        await hosts.SendAsync(new AskedRequest("POST", "/api/settings", """{"mask_phones":true}"""));
        int hour;
        Answer? last = null;
        do
        {
            hour = TimeProvider.System.GetUtcNow().Hour;
            for (var number = 0; number <= 30; number++)
            {
                var path = $"/api/conversations?phone=%2B486000001{number:00}";
                var (local, worker) = await hosts.SendAsync(new AskedRequest("GET", path) { Key = TwoHosts.ViewerKey });
                Alike((local, worker));
                last = worker;
            }
        }
        while (TimeProvider.System.GetUtcNow().Hour != hour);

        Assert.Equal(429, last!.Status);
    }

    /// <summary>A function that nobody asks is compared with nothing.</summary>
    [Fact]
    public void HttpFunctions_EveryMethod_IsAskedAtLeastTwice()
    {
        var asked = ConformanceRequests.All.Select(request => (request.Method, Path: request.Path.Split('?')[0].TrimStart('/'))).ToList();

        Assert.All(RouteTable.All, function =>
        {
            var route = new Regex("^" + Parameter().Replace(Regex.Escape(function.Route), "[^/]+") + "$");
            var isCatchAll = function.Route.StartsWith("{*", StringComparison.Ordinal);
            Assert.All(function.Methods, method =>
                Assert.True(isCatchAll || asked.Count(one => one.Method == method && route.IsMatch(one.Path)) >= 2,
                    $"{method} {function.Name}"));
        });
    }

    public static TheoryData<string> Timers => [.. TimerFunction.All.Select(function => function.Name)];

    [Theory]
    [MemberData(nameof(Timers))]
    public async Task Timer_Fired_ChangesTheSameOnBoth(string name)
    {
        var function = TimerFunction.All.Single(function => function.Name == name);
        await function.RunAsync(hosts.Local.Services, new TimerInfo(), TestContext.Current.CancellationToken);
        await hosts.Worker.FireAsync(name);
        await hosts.RestAsync();
        if (name == "SyncNightly")
        {
            await hosts.UntilAsync("/api/sync-logs", "\"scheduled\"", "the nightly run");
            await hosts.UntilAsync("/api/agents", "Second agent", "the agent's name, for which a nightly run asks when it has ended");
        }

        string[] shown = ["/api/sync-logs", "/api/archives", "/api/health", "/api/conversations", "/api/kpis"];
        foreach (var path in shown)
            Alike(await hosts.SendAsync(new AskedRequest("GET", path)));
    }

    [Fact]
    public async Task TwoRequestsAtOnce_OfTheWorker_DoNotWaitForOneAnother()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(_ => hosts.SendAsync(new AskedRequest("GET", "/api/conversations"))));

        Assert.All(answers, Alike);
    }

    private static void Alike((Answer Local, Answer Worker) answers)
    {
        var difference = answers.Local.DifferenceFrom(answers.Worker);
        Assert.True(difference is null, difference);
    }

    private async Task<string?> DifferenceAsync(AskedRequest asked)
    {
        try
        {
            var (local, worker) = await hosts.SendAsync(asked);
            if (asked.Method is "POST" or "DELETE")
                await hosts.RestAsync();
            return local.DifferenceFrom(worker);
        }
        catch (Exception exception) when (exception is HttpRequestException or InvalidOperationException or TimeoutException)
        {
            return $"    {exception.GetType().Name}: {exception.Message}";
        }
    }

    [GeneratedRegex(@"\\\{[^}]*\}")]
    private static partial Regex Parameter();
}
