using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>A conversation and a list of them on paper: the PDF that a browser makes is read again.</summary>
public sealed class PrintedConversationsTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    /// <summary>A table although the paper is as narrow as a small screen, and nothing lies over it.</summary>
    [Fact]
    public async Task List_Printed_HasEveryRowInSight()
    {
        Paper.RequireOrSkip();
        var rows = (await demo.ConversationsAsync("month=" + DemoSite.Month)).GetProperty("conversations").EnumerateArray().ToList();
        await OpenAsync(demo.Server, "?view=conversations&month=" + DemoSite.Month);
        await Expect(TestId("conversation-row")).ToHaveCountAsync(rows.Count);

        var paper = await Paper.ReadAsync(await Page.PdfAsync(new() { Format = "A4", PrintBackground = true }));

        var text = string.Concat(paper.Words.SelectMany(page => page).Select(word => word.Text));
        Assert.All(rows.Select(row => row.Text("call_summary_title")).OfType<string>(),
            title => Assert.Contains(string.Concat(title.Split(' ')), text, StringComparison.Ordinal));
        var times = paper.Words.SelectMany((words, page) => words.Select(word => (word, page)))
            .Where(one => one.word.Text.Length == 5 && one.word.Text[2] == ':').ToList();
        Assert.Equal(rows.Count, times.Count);
        Assert.All(times, one => Assert.True(
            paper.Pages[one.page].Darkest(one.word.Left, one.word.Right, (one.word.Top + one.word.Bottom) / 2, 3).Min() < 128,
            $"{one.word} on page {one.page + 1} is covered"));
        Assert.All(paper.Words.SelectMany(page => page), word => Assert.InRange(word.Right, 28, 595 - 28));
    }

    [Fact]
    public async Task Conversation_Printed_HasEveryTurnAndToolWithoutAnyControl()
    {
        var id = (await demo.ConversationsAsync("month=2026-10&direction=inbound&sort=-messages")).Ids()[0];
        var turns = (await demo.Server.GetJsonAsync("api/conversations/" + id)).GetProperty("transcript").EnumerateArray().ToList();
        Paper.RequireOrSkip();
        await OpenAsync(demo.Server, $"?view=conversations&month={DemoSite.Month}&conversation={id}");
        await Expect(TestId("turn")).Not.ToHaveCountAsync(0);

        var paper = await Paper.ReadAsync(await Page.PdfAsync(new() { Format = "A4" }));

        var words = paper.Words.SelectMany(page => page).Select(word => word.Text).ToList();
        var text = string.Concat(words);
        foreach (var message in turns.Select(turn => turn.Text("message")).OfType<string>())
            Assert.Contains(string.Concat(message.Split(' ', StringSplitOptions.RemoveEmptyEntries)), text, StringComparison.Ordinal);
        Assert.All(paper.Words.SelectMany(page => page), word => Assert.InRange(word.Right, 28, 595 - 28));
    }
}
