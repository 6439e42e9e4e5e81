using System.Text.Json;
using Voicebot.Core.Conversations;
using Voicebot.Core.Settings;
using Voicebot.Core.Time;
using Voicebot.Core.Views;
using Voicebot.Functions.Requests;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Requests;

/// <summary>What a named view may hold, at the borders of each rule.</summary>
public sealed class ViewReaderTests
{
    private static readonly EffectiveSettings Settings = SettingsOf.Agents("agent_one");

    [Fact]
    public async Task Name_Length_IsSixtyAtMost()
    {
        Assert.Equal(60, (await ReadAsync(new { name = new string('n', 60) })).Name.Length);
        await RefusedAsync(new { name = new string('n', 61) }, "name");
    }

    [Fact]
    public async Task Columns_Names_AreUpToFortyOf120SignsEachOnce()
    {
        var long120 = new string('c', 120);
        var forty = Enumerable.Range(0, 40).Select(number => $"column_{number}").ToList();

        Assert.Equal(forty, (await ReadAsync(new { name = "x", columns = forty })).Columns);
        Assert.Equal(["a", long120], (await ReadAsync(new { name = "x", columns = new[] { "a", long120, "a" } })).Columns);
        Assert.Null((await ReadAsync(new { name = "x" })).Columns);
        await RefusedAsync(new { name = "x", columns = forty.Append("one_more") }, "columns");
        await RefusedAsync(new { name = "x", columns = new[] { long120 + "c" } }, "columns");
        await RefusedAsync(new { name = "x", columns = new[] { "a", "" } }, "columns");
        await RefusedAsync(new { name = "x", columns = new object[] { "a", 1 } }, "columns");
        await RefusedAsync(new { name = "x", columns = new { a = 1 } }, "columns");
    }

    [Theory]
    [InlineData("agent_id", "agent_one")]
    [InlineData("month", "2026-10")]
    [InlineData("from", "2026-10-01")]
    [InlineData("to", "2026-10-01")]
    [InlineData("ids", "conv_1")]
    [InlineData("phone", "abc")]
    [InlineData("not_phone", "abc")]
    [InlineData("tag", "+48 501 000 123")]
    [InlineData("duration_min", "x")]
    [InlineData("nonsense", "1")]
    public async Task Filters_WhatAViewMustNotHold_IsRefused(string name, string value) =>
        await RefusedAsync(new { name = "x", filters = new Dictionary<string, string> { [name] = value } }, "filters");

    [Fact]
    public async Task Filters_Blank_AreLeftOutAndOthersTrimmed() =>
        Assert.Equal(
            [new("outcome", "success"), new KeyValuePair<string, string>("tag", "vip")],
            (await ReadAsync(new { name = "x", filters = new { outcome = " success ", status = "  ", tag = "vip" } })).Filters);

    [Theory]
    [InlineData("-duration", true)]
    [InlineData(null, true)]
    [InlineData("duration:up", false)]
    public async Task Sort_Order_IsOneOfTheLists(string? sort, bool taken)
    {
        if (taken)
            Assert.Equal(sort, (await ReadAsync(new { name = "x", sort })).Sort);
        else
            await RefusedAsync(new { name = "x", sort }, "sort");
    }

    [Fact]
    public void Filter_OfAView_TakesAgentsAndDaysOfTheReader()
    {
        var scope = new ConversationFilter { AgentIds = ["agent_one"], Period = Period.Of(new Month(2026, 10)) };
        var view = new SavedView { Name = "x", Filters = new Dictionary<string, string> { ["outcome"] = "success" } };

        var filter = ViewReader.Filter(view, scope, Settings)!;

        Assert.Equal((scope.AgentIds, scope.Period), (filter.AgentIds, filter.Period));
        Assert.Equal(["success"], filter.Outcomes);
        Assert.Null(ViewReader.Filter(view with { Filters = new Dictionary<string, string> { ["outcome"] = "good" } }, scope, Settings));
    }

    private static async Task<SavedView> ReadAsync(object view) =>
        ViewReader.Read(await RequestOf.BodyAsync(JsonSerializer.Serialize(view)), Settings);

    private static async Task RefusedAsync(object view, string field) =>
        RequestOf.Names(await RequestOf.RefusalOfAsync(() => ReadAsync(view)), "invalid_parameter", field);
}
