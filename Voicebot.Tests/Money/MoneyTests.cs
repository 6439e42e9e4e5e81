using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Money;

/// <summary>What conversations cost in the owner's money, through the front door.</summary>
public sealed class MoneyTests
{
    private const string Owner = "owner-0123456789abcdefghijklmnopqrstuv";
    private const string Viewer = "viewer-0123456789abcdefghijklmnopqrstu";

    private static readonly object Zlotys = new
    {
        currency = "PLN",
        rates = new[] { new { month = "2026-11", rate = 4.10 }, new { month = "2026-09", rate = 4.00 } },
        vat_percent = 23,
        budget = 10,
        agent_budgets = new[] { new { agent_id = "agent_two", budget = 2.5 } },
    };

    /// <summary>
    /// The clock stands on 10 November at noon. A conversation of ten cents a day since 1 October; another agent's one, of unknown cost.
    /// </summary>
    [Fact]
    public async Task Get_RunningMonth_TellsWhatItCostsAndWillCost()
    {
        await using var vendor = await VendorSimulator.StartAsync(
            Enumerable.Range(0, 41).Select(day => Costing($"conv_{day}", new DateOnly(2026, 10, 1).AddDays(day)))
                .Append(new ConversationBuilder("conv_unknown", "agent_two").At("2026-11-03T10:00:00Z").WithoutCosts()));
        await using var server = await VoicebotServer.StartAsync(
            new VoicebotServerSetup { Vendor = vendor, Agents = ["agent_one", "agent_two"] });
        await server.SyncAsync("2026-09-01", "2026-11-10");
        await SaveAsync(server, Zlotys);

        var report = await server.GetJsonAsync("api/money");
        Assert.Equal(("2026-11", "2026-11-01", "2026-11-30", "UTC", "PLN"), (report.Text("month"), report.Text("from"), report.Text("to"),
            report.Text("time_zone"), report.Text("currency")));
        Assert.Equal("4.1 2026-11 of_month", Rate(report));
        var total = report.GetProperty("total");
        Assert.Equal("11 10 1 1/5.04 0.090909/0.458455 0.090909/0.458455", Sums(total));
        var forecast = total.GetProperty("forecast");
        Assert.Equal(("made", 40L), (forecast.Text("state"), forecast.Whole("days_known")));
        Assert.Equal(3, Usd(forecast, "expected"), 0.1);
        Assert.InRange(Usd(forecast, "low"), 2, 3);
        Assert.InRange(Usd(forecast, "high"), 3, 4);
        var budget = total.GetProperty("budget");
        Assert.Equal(("10", "50.43", "likely"), (budget.Text("budget"), budget.Text("used_percent"), budget.Text("state")));
        Assert.InRange(budget.GetProperty("expected_percent").GetDouble(), 140, 160);

        Assert.Equal(["agent_one 10 10 0 1/5.04 0.1/0.5043 0.1/0.5043", "agent_two 1 0 1 - - -"],
            report.GetProperty("agents").EnumerateArray().Select(agent => $"{agent.Text("agent_id")} {Sums(agent)}"));
        Assert.Equal(("2.5", "unknown", "too_few_days"), (report.GetProperty("agents")[1].GetProperty("budget").Text("budget"),
            report.GetProperty("agents")[1].GetProperty("budget").Text("state"),
            report.GetProperty("agents")[1].GetProperty("forecast").Text("state")));
        Assert.Equal(["llm 10 1 0.3/1.51", "platform 10 1 0.7/3.53", "telephony 0 11 -", "rest 10 1 0/0"],
            report.GetProperty("parts").EnumerateArray().Select(part =>
                $"{part.Text("part")} {part.Whole("known_count")} {part.Whole("unknown_count")} {Money(part, "spent")}"));
        Assert.Equal(["2026-10 31 31 0 3.1/15.25 4 2026-09 of_earlier"], report.GetProperty("months").EnumerateArray().Select(month =>
            $"{month.Text("month")} {month.Whole("total_conversations")} {month.Whole("cost_known_count")} "
            + $"{month.Whole("cost_unknown_count")} {Money(month, "spent")} {Rate(month)}"));
        var days = report.GetProperty("days").EnumerateArray().ToList();
        Assert.Equal((30, "complete", "running", "to_come"), (days.Count, days[8].Text("state"), days[9].Text("state"),
            days[10].Text("state")));
        Assert.Equal(("0.1/0.5", null), (Money(days[8], "spent"), days[8].Text("expected")));
        Assert.Equal("-", Money(days[10], "spent"));
        Assert.Equal(Usd(forecast, "high"), Usd(days[^1], "high"));
    }

    [Fact]
    public async Task Get_OtherMonthsAndAgents_TellWhatIsKnown()
    {
        await using var vendor = await VendorSimulator.StartAsync(
            Enumerable.Range(0, 10).Select(day => Costing($"conv_{day}", new DateOnly(2026, 10, 1).AddDays(day))));
        await using var server = await VoicebotServer.StartAsync(
            new VoicebotServerSetup { Vendor = vendor, Agents = ["agent_one", "agent_two"] });
        Assert.Equal("0 0 0 - - -", Sums((await server.GetJsonAsync("api/money")).GetProperty("total")));
        await server.SyncAsync("2026-09-01", "2026-11-10");

        // Nothing was set: dollars. A finished month has no forecast, and neither has one to come.
        var october = await server.GetJsonAsync("api/money?month=2026-10");
        Assert.Equal(("USD", "1  not_needed", "finished"),
            (october.Text("currency"), Rate(october), october.GetProperty("total").GetProperty("forecast").Text("state")));
        Assert.Equal("10 10 0 1/1 0.1/0.1 0.1/0.1", Sums(october.GetProperty("total")));
        Assert.Null(october.GetProperty("total").Text("budget"));
        var december = await server.GetJsonAsync("api/money?month=2026-12");
        Assert.Equal("not_begun", december.GetProperty("total").GetProperty("forecast").Text("state"));
        Assert.Equal("-", Money(december.GetProperty("total"), "spent"));
        // In November there were none, which costs nothing.
        Assert.Equal("0 0 0 0/0 - -", Sums((await server.GetJsonAsync("api/money")).GetProperty("total")));

        await SaveAsync(server, Zlotys);
        var two = await server.GetJsonAsync("api/money?month=2026-10&agent_id=agent_two");
        Assert.Equal(("agent_two", "2.5", "within"), (two.Text("agent_id"),
            two.GetProperty("total").GetProperty("budget").Text("budget"), two.GetProperty("total").GetProperty("budget").Text("state")));
        Assert.Null((await server.GetJsonAsync("api/money?agent_id=agent_one")).GetProperty("total").Text("budget"));
        var august = await server.GetJsonAsync("api/money?month=2026-08");
        Assert.Equal("  missing", Rate(august));
        await (await server.Http.GetAsync("api/money?month=2026-13")).ProblemAsync(400, "invalid_parameter", "month");
        await (await server.Http.GetAsync("api/money?agent_id=nobody")).ProblemAsync(404, "agent_not_found");
        await (await server.Http.GetAsync("api/money?from=2026-10-01")).ProblemAsync(400, "unknown_parameter", "from");
    }

    [Fact]
    public async Task Put_Settings_AreKeptAndTheLaterOfTwoPeopleSeesIt()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Agents = ["agent_one", "agent_two"] });
        var stored = await SaveAsync(server, Zlotys);
        Assert.Equal(("PLN", "23", "10", 1L), (stored.Text("currency"), stored.Text("vat_percent"), stored.Text("budget"),
            stored.Whole("version")));
        Assert.Equal(["2026-09", "2026-11"], stored.GetProperty("rates").Texts("month"));
        await (await PutAsync(server, new { currency = "EUR", rate = 0.9, version = 0 })).ProblemAsync(409, "changed_meanwhile");
        // What is left out is none.
        var euros = await SaveAsync(server, new { currency = "EUR", rate = 0.91234567, vat_percent = 0, version = 1 });
        Assert.Equal(("0.91234567", null, null, 2L), (euros.Text("rate"), euros.Text("vat_percent"), euros.Text("budget"),
            euros.Whole("version")));
        Assert.Equal(0, euros.GetProperty("rates").GetArrayLength() + euros.GetProperty("agent_budgets").GetArrayLength());
        Assert.Equal("EUR", (await server.GetJsonAsync("api/money")).GetProperty("settings").Text("currency"));

        // The budget of an agent that is gone may stay.
        await SaveAsync(server, Zlotys);
        await server.SaveSettingsAsync(new { agents = new[] { new { id = "agent_one" } } });
        await SaveAsync(server, Zlotys);
        var entries = (await server.GetJsonAsync("api/audit-log")).GetProperty("entries").Texts("action");
        Assert.Equal(4, entries.Count(action => action == "money"));
    }

    [Fact]
    public async Task Put_WhatIsNoMoney_SaysWhichPart()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        (string Body, string Parameter)[] refused =
        [
            ("""{"currency":"pln","rate":4}""", "currency"), ("""{"currency":"XXX","rate":4}""", "currency"),
            ("""{"currency":7}""", "currency"), ("""{"currency":"PLN"}""", "rate"), ("""{"rate":4}""", "rate"),
            ("""{"currency":"USD","rate":4}""", "rate"), ("""{"currency":"PLN","rate":0}""", "rate"),
            ("""{"currency":"PLN","rate":"4"}""", "rate"), ("""{"currency":"PLN","rate":4.123456789}""", "rate"),
            ("""{"currency":"PLN","rate":1e999}""", "rate"),
            ("""{"currency":"PLN","rate":4,"rates":[{"month":"2026-10","rate":4}]}""", "rate"),
            ("""{"currency":"PLN","rates":[{"month":"2026-13","rate":4}]}""", "rates"), ("""{"currency":"PLN","rates":{}}""", "rates"),
            ("""{"currency":"PLN","rates":[{"month":"2026-10"}]}""", "rates"), ("""{"currency":"PLN","rates":[7]}""", "rates"),
            ("""{"currency":"PLN","rates":[{"month":"2026-10","rate":4},{"month":"2026-10","rate":5}]}""", "rates"),
            ("""{"currency":"PLN","rates":[{"month":"2026-10","rate":4,"x":1}]}""", "rates"),
            ("""{"vat_percent":101}""", "vat_percent"), ("""{"vat_percent":-1}""", "vat_percent"), ("""{"budget":0}""", "budget"),
            ("""{"budget":1.005}""", "budget"), ("""{"agent_budgets":[{"agent_id":"nobody","budget":5}]}""", "agent_budgets"),
            ("""{"agent_budgets":[{"agent_id":"agent_one","budget":5},{"agent_id":"agent_one","budget":6}]}""", "agent_budgets"),
            ("""{"version":-1}""", "version"),
        ];
        foreach (var (body, parameter) in refused)
        {
            using var content = new StringContent(body, null, "application/json");
            await (await server.Http.PutAsync("api/money", content)).ProblemAsync(400, "invalid_parameter", parameter);
        }
        await (await PutAsync(server, new { euro = 1 })).ProblemAsync(400, "unknown_parameter", "euro");
        Assert.Equal(0, (await server.GetJsonAsync("api/money")).GetProperty("settings").Whole("version"));
    }

    [Fact]
    public async Task Viewer_ReadsMoneyAndSetsNothing()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { AccessKey = Owner, ViewerKey = Viewer });
        await SaveAsync(server, new { currency = "PLN", rate = 4.05 });
        using var viewer = server.NewClient();
        viewer.DefaultRequestHeaders.Authorization = new("Bearer", Viewer);
        Assert.Equal("PLN", (await (await viewer.GetAsync("api/money")).JsonAsync()).Text("currency"));
        await (await viewer.PutAsJsonAsync("api/money", new { budget = 1 })).ProblemAsync(403, "not_allowed_for_viewer");
    }

    private static VendorConversation Costing(string id, DateOnly day)
    {
        var conversation = new ConversationBuilder(id).At($"{day:yyyy-MM-dd}T10:00:00Z").Cost(500, 0.1);
        conversation.Metadata["charging"] = new JsonObject { ["llm_price"] = 0.03, ["platform_price"] = 0.07 };
        return conversation;
    }

    private static Task<HttpResponseMessage> PutAsync(VoicebotServer server, object settings) =>
        server.Http.PutAsJsonAsync("api/money", settings);

    private static async Task<JsonElement> SaveAsync(VoicebotServer server, object settings) =>
        await (await PutAsync(server, settings)).JsonAsync();

    private static string Rate(JsonElement of) =>
        $"{of.GetProperty("rate").Text("rate")} {of.GetProperty("rate").Text("month")} {of.GetProperty("rate").Text("state")}";

    private static string Sums(JsonElement of) => $"{of.Whole("total_conversations")} {of.Whole("cost_known_count")} "
        + $"{of.Whole("cost_unknown_count")} {Money(of, "spent")} {Money(of, "cost_per_success")} {Money(of, "cost_per_minute")}";

    private static double Usd(JsonElement of, string name) => of.GetProperty(name).GetProperty("usd").GetDouble();

    private static string Money(JsonElement of, string name) => of.GetProperty(name) is { ValueKind: JsonValueKind.Object } amount
        ? $"{Plain(amount, "usd")}/{Plain(amount, "own")}" : "-";

    private static string Plain(JsonElement amount, string name) =>
        amount.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? $"{number.GetDecimal():0.######}" : "?";
}
