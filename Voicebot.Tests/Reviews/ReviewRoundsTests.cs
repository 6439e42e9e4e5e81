using System.Diagnostics;
using System.Globalization;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Voicebot.Core.Reviews;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Reviews;

/// <summary>Which conversations come before people, and when.</summary>
public sealed class ReviewRoundsTests
{
    private static ConversationBuilder Dropped(string id, string at = "2026-10-05T10:00:00Z") =>
        new ConversationBuilder(id).At(at).Outcome("unknown").Ended("Client disconnected: 1006").Talks(2);

    /// <summary>Whoever begins with a year of conversations does not begin with a year of work.</summary>
    [Fact]
    public async Task Sync_OfWhatIsOlderThanTheRulesByAWeek_LeavesTheInboxEmpty()
    {
        await using var vendor = await VendorSimulator.StartAsync(
            Dropped("conv_old", "2026-11-02T11:00:00Z"), Dropped("conv_new", "2026-11-03T13:00:00Z"));
        await using var server = await VoicebotServer.StartAsync(vendor);
        server.Database.Write(connection => connection.Execute("UPDATE review_progress SET since = @since",
            new { since = DateTimeOffset.Parse("2026-11-03T12:00:00Z", CultureInfo.InvariantCulture).ToUnixTimeSeconds() }));

        await server.SyncAsync("2026-11-01", "2026-11-10");

        await server.UnseenAsync(1);
        Assert.Equal(["conv_new"], (await server.ReasonsAsync()).Keys);
    }

    [Fact]
    public async Task Run_AgainAndByAnotherInstance_ChangesNothing()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await Inbox.StartSeededAsync(vendor);
        await Eventually.True(
            async () => (await server.Http.GetStringAsync("api/agents")).Contains("First agent", StringComparison.Ordinal),
            "the names of the agents, which come after the conversations");
        var before = await server.Http.GetStringAsync("api/reviews?state=all");

        var other = ActivatorUtilities.CreateInstance<ReviewRounds>(server.Services);
        Assert.True(other.Run(CancellationToken.None) >= 0);
        server.Database.Write(connection => connection.Execute("UPDATE review_progress SET next_change = 999999999, rules_applied = 1"));
        ActivatorUtilities.CreateInstance<ReviewRounds>(server.Services).Run(CancellationToken.None);
        await server.SyncAsync();
        ActivatorUtilities.CreateInstance<ReviewRounds>(server.Services).Run(CancellationToken.None);

        Assert.Equal(before, await server.Http.GetStringAsync("api/reviews?state=all"));
    }

    [Fact]
    public async Task Sync_OfWhatChangedMeanwhile_BringsReasonsAndTakesThemFromWhatNobodyHasSeen()
    {
        await using var vendor = await VendorSimulator.StartAsync(Dropped("conv_1"), Dropped("conv_2"), Dropped("conv_3"));
        await using var server = await Inbox.StartAsync(new VoicebotServerSetup { Vendor = vendor });
        await server.SyncAsync();
        await server.UnseenAsync(3);
        await server.ChangeAsync("conv_2", new { state = "done" });

        foreach (var id in new[] { "conv_1", "conv_2" })
            vendor.Change(id, one =>
            {
                one.List["call_successful"] = "success";
                one.Detail["analysis"]!["call_successful"] = "success";
                one.List["rating"] = id == "conv_2" ? 1 : null;
            });
        vendor.Change("conv_3", one => one.List["rating"] = 1);
        await server.SyncAsync();

        await Eventually.True(async () => (await server.ReasonsAsync()).GetValueOrDefault("conv_3") == "dropout low_rating",
            "the new reason");
        Assert.Equal(new Dictionary<string, string> { ["conv_2"] = "dropout low_rating", ["conv_3"] = "dropout low_rating" },
            await server.ReasonsAsync());
        Assert.Equal("done", (await server.GetJsonAsync("api/reviews/conv_2")).Text("state"));
    }

    /// <summary>The rest is in the list of conversations; the inbox says that the rule is too wide.</summary>
    [Fact]
    public async Task Run_ARuleThatPicksEverything_TakesNoMoreThanCanBeLookedThrough()
    {
        await using var server = await Inbox.StartAsync(new VoicebotServerSetup());
        Fill(server, 1_200);
        await server.AddRuleAsync(new { name = "Alles", filters = new { status = "finished" } });

        await server.UnseenAsync(ReviewRule.MostUnseen);
        var rule = (await server.GetJsonAsync("api/review-rules")).GetProperty("rules")[4];
        Assert.Equal((1000, true), (rule.Whole("unseen"), rule.GetProperty("full").GetBoolean()));
        Assert.Equal("conv_1199", (await server.GetJsonAsync("api/reviews")).GetProperty("reviews")[0].GetProperty("conversation")
            .Text("conversation_id"));
    }

    [Fact]
    public async Task Run_ARuleOfAnAgentThatIsGone_PicksNothingAndHarmsNothing()
    {
        await using var server = await Inbox.StartAsync(new VoicebotServerSetup());
        server.Database.Write(connection => connection.Execute("""
            INSERT INTO review_rules (name, filters, agents, enabled, changed_at) VALUES
                ('gone', '{"status":"finished"}', '["gone"]', 1, 0),
                ('odd', '{"nonsense":"1"}', NULL, 1, 0), ('odder', '[1]', '{}', 1, 0)
            """));
        Fill(server, 3);
        server.Database.Write(connection => connection.Execute("UPDATE conversations SET dropout = 1 WHERE id = 1"));
        ActivatorUtilities.CreateInstance<ReviewRounds>(server.Services).Run(CancellationToken.None);

        Assert.Equal("dropout", Assert.Single(await server.ReasonsAsync()).Value);
        Assert.Equal([true, false, false], (await server.GetJsonAsync("api/review-rules")).GetProperty("rules").EnumerateArray().Skip(4)
            .Select(rule => rule.GetProperty("usable").GetBoolean()));
    }

    /// <summary>No part of a second is promised on a machine with much else to do; what is measured is written to the output.</summary>
    [Fact]
    public async Task Run_1000NewOnesAnd200Rules_IsDoneInSeconds()
    {
        await using var server = await Inbox.StartAsync(new VoicebotServerSetup());
        for (var number = 4; number < ReviewRule.MostRules; number++)
            await server.AddRuleAsync(new
            {
                name = $"Rule {number}",
                filters = (number % 4) switch
                {
                    0 => (object)new { criterion = $"c{number}:failure" },
                    1 => new { search = $"word{number}" },
                    2 => new { end_reason = "silence", duration_min = $"{number}" },
                    _ => new { tool_error = $"tool{number}" },
                },
            });
        Fill(server, 1_000);
        var began = Stopwatch.GetTimestamp();
        Assert.True(ActivatorUtilities.CreateInstance<ReviewRounds>(server.Services).Run(CancellationToken.None) >= 1_000);
        var took = Stopwatch.GetElapsedTime(began);

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{took.TotalMilliseconds:0} ms"));
        Assert.InRange(took.TotalSeconds, 0, 20);
    }

    private static void Fill(VoicebotServer server, int count) => server.Database.Write(connection =>
    {
        var at = DateTimeOffset.Parse("2026-11-09T00:00:00Z", CultureInfo.InvariantCulture).ToUnixTimeSeconds();
        foreach (var number in Enumerable.Range(0, count))
            connection.Execute("""
                INSERT INTO conversations (id, conversation_id, agent_id, status, call_successful, start_time, channel, end_reason,
                    finished, transferred, agent_handover, dropout, technical_error, details_state)
                VALUES (@number + 1, 'conv_' || CAST(@number AS TEXT), 'agent_one', 'done', 'success', @at + @number, 'web', 'other',
                    1, 0, 0, 0, 0, 'read')
                """, new { number = (long)number, at });
    });
}
