using System.Globalization;
using Microsoft.AspNetCore.Http;
using Voicebot.Core.Conversations;
using Voicebot.Core.Kpis;
using Voicebot.Core.Time;
using Voicebot.Functions.Delivery;

namespace Voicebot.Tests.Delivery;

public sealed class DownloadNameTests
{
    private static readonly string[] Letters = [new('ł', 200), string.Concat(Enumerable.Repeat("🙂", 100))];

    [Theory]
    [InlineData("pl", "2026-11-01", "2026-11-30", "Obsługa klienta, listopad 2026.csv")]
    [InlineData("en", "2026-11-01", "2026-11-30", "Obsługa klienta, November 2026.csv")]
    [InlineData("pl", "2026-11-02", "2026-11-30", "Obsługa klienta, 2026-11-02 – 2026-11-30.csv")]
    [InlineData("en", "2026-11-02", "2026-11-02", "Obsługa klienta, 2026-11-02.csv")]
    [InlineData("pl", "2026-11-02", null, "Obsługa klienta, od 2026-11-02.csv")]
    [InlineData("en", null, "2026-11-02", "Obsługa klienta, until 2026-11-02.csv")]
    [InlineData("pl", null, null, "Obsługa klienta, cały okres.csv")]
    public void Of_Period_IsInWords(string language, string? from, string? to, string expected) =>
        Assert.Equal(expected, Name(language, ["Obsługa klienta"], new ConversationFilter { Period = new Period(Day(from), Day(to)) }));

    [Theory]
    [InlineData("pl", 0, "Wszyscy agenci, listopad 2026.csv")]
    [InlineData("en", 0, "All agents, November 2026.csv")]
    [InlineData("pl", 3, "Agenci (3), listopad 2026.csv")]
    [InlineData("en", 3, "3 agents, November 2026.csv")]
    public void Of_Agents_AreNamedOrCounted(string language, int agents, string expected) =>
        Assert.Equal(expected, Name(language, Enumerable.Repeat("x", agents), Month()));

    [Theory]
    [InlineData("pl", "x, listopad 2026, wybrane rozmowy.csv")]
    [InlineData("en", "x, November 2026, selected conversations.csv")]
    public void Of_FurtherConditions_SaysThatItIsAPart(string language, string expected) =>
        Assert.Equal(expected, Name(language, ["x"], Month() with { Outcomes = ["failure"] }));

    [Theory]
    [InlineData("../../etc/passwd", "etcpasswd")]
    [InlineData("a\\b:c*d?e\"f<g>h|i", "abcdefghi")]
    [InlineData("line\r\nbreak\ttab", "linebreaktab")]
    [InlineData(" . spaces . ", "spaces")]
    [InlineData("...", "agent")]
    [InlineData("", "agent")]
    [InlineData("gnp\u202Efdp.exe", "gnpfdp.exe")]
    [InlineData("half \uD83D pair", "half  pair")]
    [InlineData("zero\u200Bwidth\u2028line", "zerowidthline")]
    [InlineData("客服 🙂 日本", "客服 🙂 日本")]
    [InlineData("Cafe\u0301", "Café")]
    [InlineData("100 % \u00A0x", "100 %  x")]
    [InlineData("שירות لقوحات", "שירות لقوحات")]
    public void Of_AnyAgentName_IsSafe(string agent, string expected) =>
        Assert.Equal($"{expected}, listopad 2026.csv", Name("pl", [agent], Month()));

    [Fact]
    public void Of_LongAgentName_FitsAFileSystem() =>
        Assert.All(Letters, letters => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(Name("pl", [letters], Month())), 80, 255));

    [Theory]
    [InlineData("Obsługa klienta, październik 2026.csv", "Obsluga klienta, pazdziernik 2026.csv",
        "Obs%C5%82uga%20klienta%2C%20pa%C5%BAdziernik%202026.csv")]
    [InlineData("a – b.csv", "a - b.csv", "a%20%E2%80%93%20b.csv")]
    [InlineData("客服 \"%41\" \\.csv", "__ __41_ _.csv", "%E5%AE%A2%E6%9C%8D%20%22%2541%22%20%5C.csv")]
    [InlineData("🙂\r\nX: y.csv", "___X: y.csv", "%F0%9F%99%82%0D%0AX%3A%20y.csv")]
    public void Name_AnyText_IsAHeaderWithItsAsciiForm(string name, string ascii, string encoded)
    {
        var http = new DefaultHttpContext();

        Attachment.Name(http.Response, name);

        Assert.Equal($"attachment; filename=\"{ascii}\"; filename*=UTF-8''{encoded}", http.Response.Headers.ContentDisposition);
    }

    private static ConversationFilter Month() => new() { Period = Period.Of(new Month(2026, 11)) };

    private static string Name(string language, IEnumerable<string> agents, ConversationFilter filter) =>
        DownloadName.Of(ReportLanguage.All.Single(one => one.Code == language), agents, filter, ".csv");

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
