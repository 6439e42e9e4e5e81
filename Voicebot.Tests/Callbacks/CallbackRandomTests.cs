using Voicebot.Tests.Support;

namespace Voicebot.Tests.Callbacks;

/// <summary>The list beside a count that looks at every conversation of every person.</summary>
public sealed class CallbackRandomTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse(CallList.Now, System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Get_RandomHistoriesAndMarks_IsWhatANaiveCountFinds(int seed)
    {
        var random = new Random(seed);
        var calls = Enumerable.Range(0, 400).Select(number => Random(random, number)).ToList();
        await using var vendor = await VendorSimulator.StartAsync(calls.Select(Built));
        await using var server = await CallList.StartAsync(vendor);
        var marks = new Dictionary<int, (RandomCall Call, string Action)>();
        foreach (var call in calls.Where(_ => random.Next(10) == 0).DistinctBy(call => call.Person).ToList())
        {
            var action = new[] { "reached", "done", "no_answer", "wanted" }[random.Next(4)];
            await server.MarkAsync(call.Id, action);
            marks[call.Person] = (call, action);
        }

        foreach (var (query, agents) in new[] { ("", new[] { "agent_one", "agent_two" }), ("agent_id=agent_two", ["agent_two"]) })
            foreach (var state in new[] { "waiting", "later" })
            {
                var found = (await server.CallbacksAsync($"state={state}&{query}"))
                    .ToDictionary(CallList.IdOf, one => one.Whole("failed_count"));
                var expected = Naive(calls, marks, agents, state);
                Assert.NotEmpty(expected);
                Assert.Equal(expected.Order(), found.Select(one => (one.Key, one.Value)).Order());
            }
    }

    private static List<(string, long)> Naive(
        List<RandomCall> calls, Dictionary<int, (RandomCall Call, string Action)> marks, string[] agents, string state)
    {
        var people = new List<(string, long)>();
        foreach (var person in calls.GroupBy(call => call.Person))
        {
            var good = person.Where(call => call.Outcome == "success").Select(call => call.At)
                .DefaultIfEmpty(DateTimeOffset.MinValue).Max();
            var bad = person.Where(call => call.Outcome == "failure" && !call.Transferred && agents.Contains(call.Agent)
                && call.At >= Now.Date.AddDays(-13) && call.At > good).OrderBy(call => call.At).ToList();
            var isMarked = marks.TryGetValue(person.Key, out var mark);
            if (isMarked && mark.Action is "reached" or "done")
                continue; // all calls were before
            var stands = isMarked && mark.Action == "no_answer" ? "later" : "waiting";
            if (bad.Count > 0 && stands == state)
                people.Add((bad[^1].Id, bad.Count));
            else if (bad.Count == 0 && isMarked && mark.Action == "wanted" && agents.Contains(mark.Call.Agent) && stands == state)
                people.Add((mark.Call.Id, 0));
        }
        return people;
    }

    private static RandomCall Random(Random random, int number) => new($"call_{number}", random.Next(60),
        Now.AddMinutes(-random.Next(1, 20 * 24 * 60)), random.Next(10) switch { < 4 => "failure", < 6 => "success", _ => "unknown" },
        random.Next(2) == 0 ? "agent_one" : "agent_two", random.Next(10) == 0);

    private static VendorConversation Built(RandomCall call)
    {
        var built = CallList.Call(call.Id, $"+485010{call.Person:00000}", call.At.ToString("O"), call.Outcome, call.Agent);
        return call.Transferred ? built.SystemResult("transfer_to_number_twilio_success") : built;
    }

    private sealed record RandomCall(string Id, int Person, DateTimeOffset At, string Outcome, string Agent, bool Transferred);
}
