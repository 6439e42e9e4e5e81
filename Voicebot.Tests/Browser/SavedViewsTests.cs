using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>Named views of the list: tabs with counts, everybody's.</summary>
public sealed class SavedViewsTests(SharedBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task View_SavedRenamedAndRemoved_IsATabWithTheCountOfTheApi()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        var all = (await server.GetJsonAsync("api/conversations?month=2026-10")).Whole("total");
        var some = (await server.GetJsonAsync("api/conversations?month=2026-10&outcome=failure,unknown")).Whole("total");
        await OpenAsync(server, "?view=conversations&month=2026-10&outcome=failure,unknown");
        await Expect(TestId("view-tab")).ToHaveTextAsync([$"Wszystkie{PolishText.Count(all)}"]);

        await TestId("views-menu").ClickAsync();
        await TestId("save-view").ClickAsync();
        await Expect(Page.GetByText("Wpisz nazwę widoku.")).ToBeVisibleAsync();
        await TestId("view-name").FillAsync("Bez sukcesu");
        await Page.Keyboard.PressAsync("Enter");

        await Expect(TestId("view-tab")).ToHaveTextAsync([$"Wszystkie{PolishText.Count(all)}", $"Bez sukcesu{PolishText.Count(some)}"]);
        await Expect(TestId("view-tab").Last).ToHaveAttributeAsync("aria-current", "true");

        await TestId("view-tab").First.ClickAsync();
        await ExpectQueryAsync("outcome", null);
        await Page.ReloadAsync();
        await TestId("view-tab").Last.ClickAsync();
        await ExpectQueryAsync("outcome", "failure,unknown");
        await Expect(Page.Locator(".list-total")).ToContainTextAsync(PolishText.Count(some));

        await TestId("views-menu").ClickAsync();
        await TestId("view-name").FillAsync("Do przejrzenia");
        await TestId("replace-view").ClickAsync();
        await Expect(TestId("view-tab").Last).ToContainTextAsync("Do przejrzenia");
        Assert.Equal("Do przejrzenia",
            Assert.Single((await server.GetJsonAsync("api/views")).GetProperty("views").EnumerateArray()).Text("name"));

        await TestId("views-menu").ClickAsync();
        await TestId("remove-view").ClickAsync();
        await Expect(TestId("view-tab")).ToHaveCountAsync(1);
        Assert.Empty((await server.GetJsonAsync("api/views")).GetProperty("views").EnumerateArray());
    }
}
