using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Voicebot.Core.Conversations;
using Voicebot.Core.Kpis;
using Voicebot.Core.Settings;
using Voicebot.Core.Time;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Kpis;

/// <summary>The agents side by side: each one's change is what the report of that agent alone says.</summary>
public sealed class AgentFiguresTests : IDisposable
{
    private readonly TestDatabase test = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 25, 13, 0, 0, TimeSpan.Zero)); // 14:00 in Warsaw

    public AgentFiguresTests() => test.Settings.Save(new SettingsChange { Zone = ReportingZone.Find("Europe/Warsaw") });

    public void Dispose() => test.Dispose();

    [Theory]
    [InlineData(11)]
    [InlineData(10)]
    public void Report_ComparedAgents_MoveAsTheirOwnReportsSay(int month)
    {
        for (var day = 1; day <= 25; day++)
        {
            Fill("agent_a", 11, day, 8, 0.75);
            Fill("agent_a", 10, day, 6, 0.5);
            Fill("agent_a", 9, day, 6, 0.25);
            Fill("agent_b", 11, day, 3, 0.3);
            Fill("agent_b", 10, day, 4, 0.3);
            Fill("agent_b", 9, day, 4, 0.9);
        }
        test.Store(A.Conversation("after the time of the day") with { AgentId = "agent_b", StartTime = At(10, 25, 15) });
        var filter = new ConversationFilter { Period = Period.Of(new Month(2026, month)) };

        var agents = new BreakdownService(test.Reading, clock).Report(filter, null, comparePrevious: true).Agents;

        Assert.Equal(["agent_a", "agent_b"], agents.Select(agent => agent.AgentId));
        Assert.All(agents, agent =>
        {
            var alone = new KpiService(test.Reading, clock)
                .Report(filter with { AgentIds = [agent.AgentId] }, agent.AgentId, comparePrevious: true);
            Assert.Equal((alone.TotalConversations, alone.ConversionRate, alone.DropoutRate, alone.ErrorRate, alone.AvgCostPerSession),
                (agent.TotalConversations, agent.ConversionRate, agent.DropoutRate, agent.ErrorRate, agent.AvgCostPerSession));
            Assert.Equal(alone.Comparison!.Figures.Where(figure => figure.Name is "conversion_rate" or "dropout_rate"), agent.Changes);
        });
        Assert.Equal(Judgement.Better, agents[0].Changes![0].Judgement);
    }

    /// <summary>Compared are whole days, and of the last one what began before the time of the day; midnight is the day's.</summary>
    [Theory]
    [InlineData(11, "2026-10-24T23:59:59+02:00", 1)]
    [InlineData(11, "2026-10-25T00:00:00+02:00", 1)]
    [InlineData(11, "2026-10-25T13:59:59+01:00", 1)]
    [InlineData(11, "2026-10-25T14:00:00+01:00", 0)]
    [InlineData(11, "2026-09-30T23:59:59+02:00", 0)]
    [InlineData(10, "2026-09-30T23:59:59+02:00", 1)]
    [InlineData(10, "2026-09-01T00:00:00+02:00", 1)]
    [InlineData(10, "2026-08-31T23:59:59+02:00", 0)]
    public void Report_PeriodBefore_HasItsFirstAndLastMoment(int month, string start, long counted)
    {
        test.Store(A.Conversation("now") with { StartTime = At(11, 2, 8) }, A.Conversation("then") with { StartTime = At(10, 2, 8) },
            A.Conversation("asked") with { StartTime = DateTimeOffset.Parse(start, CultureInfo.InvariantCulture).ToUnixTimeSeconds() });
        var filter = new ConversationFilter { Period = Period.Of(new Month(2026, month)) };

        var agent = Assert.Single(
            new BreakdownService(test.Reading, clock).Report(filter, null, comparePrevious: true).Agents);
        var all = new KpiService(test.Reading, clock).Report(filter, null, comparePrevious: true);

        Assert.Equal(counted + (month == 11 ? 1 : 0), agent.Changes![0].PreviousN);
        Assert.Equal(agent.Changes[0].PreviousN, all.Previous!.FinishedCount);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(25)] // the last day of the comparison, of which only the morning counts
    public void Report_AgentThatFellSilent_IsAmongThem(int lastDay)
    {
        Fill("agent_a", 11, 2, 40, 0.5);
        Fill("agent_gone", 10, lastDay, 40, 0.5);

        var agents = new BreakdownService(test.Reading, clock)
            .Report(new ConversationFilter { Period = Period.Of(new Month(2026, 11)) }, null, comparePrevious: true).Agents;

        var gone = agents[^1];
        Assert.Equal(("agent_gone", 0L, 40L), (gone.AgentId, gone.TotalConversations, gone.Changes![0].PreviousN));
        Assert.Equal((null, null, Judgement.TooFew), (gone.ConversionRate, gone.ConversionLow, gone.Changes[0].Judgement));
    }

    [Fact]
    public void Report_FiveOfEight_GivesTheIntervalOfTheValueItself()
    {
        Fill("agent_a", 11, 2, 8, 0.625);

        var agent = new BreakdownService(test.Reading, clock)
            .Report(new ConversationFilter { Period = Period.Of(new Month(2026, 11)) }, null).Agents.Single();
        var conversion = new KpiService(test.Reading, clock)
            .Report(new ConversationFilter { Period = Period.Of(new Month(2026, 11)) }, null, comparePrevious: true)
            .Comparison!.Figures.Single(figure => figure.Name == "conversion_rate");

        Assert.Equal((62.5, 30.57, 86.32), (agent.ConversionRate, agent.ConversionLow, agent.ConversionHigh));
        Assert.Equal((62.5, 30.57, 86.32), (conversion.Value, conversion.ValueLow, conversion.ValueHigh));
        Assert.Null(agent.Changes);
    }

    private void Fill(string agentId, int month, int day, int count, double successful) => test.Store(
        Enumerable.Range(0, count).Select(i => A.Conversation($"{agentId}-{month}-{day}-{i}") with
        {
            AgentId = agentId,
            StartTime = At(month, day, 8) + i,
            CallSuccessful = i < Math.Round(count * successful) ? "success" : "failure",
            CostCredits = 10 + i,
            EndReason = i == count - 1 ? EndReason.UserEnded : EndReason.AgentEnded,
        }));

    private static long At(int month, int day, int hour) =>
        new DateTimeOffset(new DateTime(2026, month, day, hour, 0, 0),
            month == 11 || (month == 10 && day >= 25) ? TimeSpan.FromHours(1) : TimeSpan.FromHours(2)).ToUnixTimeSeconds();
}
