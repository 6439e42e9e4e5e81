using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>
/// What the drawer tells beside the dialogue: collected values, dialling, campaign, queue, files, the platform's own turns.
/// </summary>
public sealed class ConversationFactsTests(SharedBrowser browser) : BrowserTest(browser)
{
    private ILocator Drawer => TestId("conversation-drawer");

    [Fact]
    public async Task CollectedNumbers_AreShownWithTheDigitsThatWereCollected()
    {
        string[] numbers = ["20261125", "9007199254740993", "0.8765", "1.50", "-7"];
        var conversation = new ConversationBuilder("conv_digits").At("2026-10-05T10:00:00Z")
            .Datum("deep", JsonNode.Parse("""{"order":[9007199254740993,1.50]}"""));
        foreach (var (index, number) in numbers.Index())
            conversation.Datum($"number_{index}", JsonNode.Parse(number));
        conversation.Calls("find_order", parameters: """{"order":9007199254740993}""");
        await using var vendor = await VendorSimulator.StartAsync(conversation);
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();

        await OpenAsync(server, "?view=conversations&month=2026-10&conversation=conv_digits");

        var collected = Drawer.Locator(".detail-part").Filter(new() { HasText = "Zebrane dane" }).Locator("dd");
        await Expect(collected)
            .ToHaveTextAsync(["""{"order":[9007199254740993,1.50]}Said so""", .. numbers.Select(number => number + "Said so")]);
        await Expect(Drawer.Locator("pre").First).ToHaveTextAsync("{\n  \"order\": 9007199254740993\n}");
    }

    [Fact]
    public async Task FactsOfACampaignAndOfAQueue_AreShown()
    {
        await using var vendor = await VendorSimulator.StartAsync(SampleFiles.Outreach());
        await using var server =
            await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Agents = [SampleFiles.Outreach()[0].AgentId] });
        await server.SyncAsync("2026-10-01", "2026-10-31");

        await OpenAsync(server, "?view=conversations&month=2026-10&conversation=conv_2111n3c9w4tdf7k2x6q1b8v5zhne");
        var facts = Drawer.Locator(".facts").First;
        await Expect(facts).ToContainTextAsync("Wynik wybieraniaBez odpowiedzi");
        await Expect(facts).ToContainTextAsync("camp_example_autumn · próba 2 · ponowienie");

        await OpenAsync(server, "?view=conversations&month=2026-10&conversation=conv_2313n3g5z1bmh4x8v2k9e7t6wdqc");
        await Expect(facts).ToContainTextAsync("Oczekiwanie w kolejce47,3 s");
        await Expect(Drawer.Locator(".turn-files li")).ToHaveCountAsync(2);
        await Expect(Drawer.Locator(".turn").Nth(4)).ToContainTextAsync("nikt się nie odezwał");
    }
}
