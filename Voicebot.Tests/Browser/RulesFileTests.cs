using Voicebot.Tests.Alerts;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>Rules and targets, saved to a file and loaded elsewhere.</summary>
[Collection(ThirdBrowserCollection.Name)]
public sealed class RulesFileTests(SharedBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Rules_SavedHere_AreLoadedElsewhere()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await AlertServer.StartAsync(vendor);
        await server.ForgetRulesAsync();
        await server.AddRuleAsync(
            new { name = "Słaba konwersja", kind = "figure", figure = "conversion_rate", @operator = "below", value = 50 });
        await (await server.Http.PostJsonAsync("api/targets", new { figure = "conversion_rate", value = 65 })).JsonAsync(201);
        await OpenAsync(server, "?view=settings");
        var download = await Page.RunAndWaitForDownloadAsync(() => TestId("give-rules-file").ClickAsync());
        Assert.Equal("Voicebot Dashboard, reguły.json", download.SuggestedFilename);
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.FullPath, "rules.json");
        await download.SaveAsAsync(file);

        await using var other = await AlertServer.StartAsync(vendor);
        await other.ForgetRulesAsync();
        await OpenAsync(other, "?view=settings");
        await TestId("rules-file").SetInputFilesAsync(file);
        await Expect(TestId("rules-file-answer")).ToContainTextAsync("Zapisano 6 pozycji.");
        await TestId("rules-file").SetInputFilesAsync(file); // once more changes nothing
        await Expect(TestId("rules-file-answer")).ToContainTextAsync("Zapisano 6 pozycji.");

        foreach (var route in new[] { "api/alert-rules", "api/review-rules", "api/targets" })
            Assert.Equal(await NamesAsync(server, route), await NamesAsync(other, route));
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text.Replace("conversion_rate", "nothing", StringComparison.Ordinal));
        Errors.Expect("/api/alert-rules/");
        Errors.Expect("/api/targets");
        await TestId("rules-file").SetInputFilesAsync(file);
        await Expect(TestId("rules-file-answer")).ToContainTextAsync("Nie zapisano 2 pozycji:");
        await File.WriteAllTextAsync(file, "[]");
        await TestId("rules-file").SetInputFilesAsync(file);
        await Expect(TestId("rules-file-answer")).ToContainTextAsync("To nie jest plik reguł");
    }

    private static async Task<IEnumerable<string?>> NamesAsync(VoicebotServer server, string route)
    {
        var answer = await server.GetJsonAsync(route);
        return answer.GetProperty(route == "api/targets" ? "targets" : "rules").EnumerateArray()
            .Select(one => one.Text("name") ?? one.Text("figure"));
    }
}
