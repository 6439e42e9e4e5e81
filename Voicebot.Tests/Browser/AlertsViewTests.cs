using Voicebot.Tests.Alerts;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>Alerts on the page: what happened, rules and channels.</summary>
public sealed class AlertsViewTests(SharedBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Channel_AddedAndTried_ThenARule_TellsWhatItFound()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var vendor = await VendorSimulator.StartAsync([.. Enumerable.Range(0, 40).Select(number =>
            (VendorConversation)new ConversationBuilder($"conv_{number}").At($"2026-11-09T10:{number:00}:00Z").Outcome("failure"))]);
        await using var server = await AlertServer.StartAsync(vendor);
        await server.SyncAsync("2026-11-01", "2026-11-10");
        await server.ForgetRulesAsync();
        await OpenAsync(server, "?view=alerts");
        await Expect(TestId("alerts-state")).ToHaveTextAsync("Nic teraz nie trwa.");

        await TestId("alert-channels").ClickAsync();
        await TestId("add-alert-channel").ClickAsync();
        await TestId("channel-kind").SelectOptionAsync("webhook");
        await TestId("channel-name").FillAsync("Zespół");
        await TestId("channel-url").FillAsync(receiver.Url);
        await TestId("keep-alert-channel").ClickAsync();
        await TestId("test-alert-channel").ClickAsync();
        await Expect(TestId("alert-test-answer")).ToHaveTextAsync("Próba dotarła: HTTP 200");
        await Page.Keyboard.PressAsync("Escape");

        await TestId("alert-rules").ClickAsync();
        await TestId("add-alert-rule").ClickAsync();
        await TestId("alert-rule-name").FillAsync("Słaba konwersja");
        await TestId("alert-rule-value").FillAsync("50");
        await TestId("preview-alert-rule").ClickAsync();
        await Expect(TestId("alert-rules-sheet")).ToContainTextAsync("Teraz byłby alert.");
        await TestId("keep-alert-rule").ClickAsync();
        await Expect(TestId("alert-rule-row")).ToContainTextAsync("Konwersja poniżej 50%, z 7 dni");
        await Page.Keyboard.PressAsync("Escape");
        await server.DeliveryAsync("sent");
        await Page.ReloadAsync();

        await Expect(TestId("alerts-state")).ToHaveTextAsync("Trwa 1 alert.");
        await Expect(TestId("alert-row")).ToContainTextAsync("n = 40), poniżej 50%.");
        await Expect(TestId("alert-row")).ToContainTextAsync("wysłano: Zespół");
    }

    [Fact]
    public async Task RuleAndChannel_ChangedInTheirPlace_KeepWhatWasNotTouched()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup
        {
            Vendor = vendor,
            More = AlertServer.Anywhere,
            Agents = ["agent_one", "agent_two"],
        });
        await server.ForgetRulesAsync();
        await server.AddWebhookAsync(receiver.Url);
        await server.AddRuleAsync(new { name = "Zgubione", kind = "conversations", filters = new { outcome = "failure" } });
        await OpenAsync(server, "?view=alerts");

        await TestId("alert-rules").ClickAsync();
        await TestId("change-alert-rule").ClickAsync();
        await Expect(TestId("alert-rule-name")).ToHaveValueAsync("Zgubione");
        await TestId("alert-rule-name").FillAsync("Nieudane");
        await TestId("agent-ticks").Locator("input").Nth(1).CheckAsync();
        await TestId("keep-alert-rule").ClickAsync();
        await Expect(TestId("alert-rule-row")).ToContainTextAsync("Nieudane");
        await Expect(TestId("alert-rule-form")).ToHaveCountAsync(0);
        var rule = (await server.GetJsonAsync("api/alert-rules")).GetProperty("rules").EnumerateArray().Single();
        Assert.Equal("Nieudane", rule.Text("name"));
        Assert.Equal("""{"outcome":"failure"}""", rule.GetProperty("filters").GetRawText());
        Assert.Equal("""["agent_two"]""", rule.GetProperty("agents").GetRawText());
        await Page.Keyboard.PressAsync("Escape");

        await TestId("alert-channels").ClickAsync();
        await TestId("change-alert-channel").ClickAsync();
        await TestId("channel-name").FillAsync("Dyżur");
        await TestId("keep-alert-channel").ClickAsync();
        await Expect(TestId("alert-channel-row")).ToContainTextAsync("Dyżur");
        await TestId("test-alert-channel").ClickAsync();
        await Expect(TestId("alert-test-answer")).ToHaveTextAsync("Próba dotarła: HTTP 200");
    }
}
