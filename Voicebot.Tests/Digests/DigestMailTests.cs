using System.Globalization;
using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Voicebot.Core.Reviews;
using Voicebot.Tests.Alerts;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Digests;

/// <summary>Letters through a real mail server: their parts, and that they say the same as the API.</summary>
public sealed class DigestMailTests
{
    [Fact]
    public async Task Letter_OfAWeek_HoldsTextPicturesAndWorkbookInTheLanguageOfEach()
    {
        await using var mail = new MailServer();
        await using var vendor = await VendorSimulator.StartAsync([.. DigestServer.TwoWeeks()]);
        await using var server = await DigestServer.StartAsync(vendor);
        var channel = (await server.AddMailAsync(mail)).Whole("id");
        var id = (await server.AddDigestAsync(DigestServer.Weekly(channel))).Whole("id");

        var sent = await (await server.Http.PostJsonAsync($"api/digests/{id}/send", new { to = "all" })).JsonAsync();

        Assert.All(sent.GetProperty("sent").EnumerateArray(), one =>
            Assert.True(one.GetProperty("delivered").GetBoolean(), one.Text("answer")));
        var (polish, english) = (Assert.Single(mail.Letters, To("anna@example.com")), Assert.Single(mail.Letters, To("ben@example.com")));
        Assert.Equal("How it went: 2–8 listopada, konwersja 55,0% (−25,0\u00a0p.p.)", polish.Subject);
        Assert.Equal("How it went: 2–8 November, conversion 55.0% (−25.0\u00a0pp)", english.Subject);
        Assert.Contains("Tydzień 2–8 listopada wypadł gorzej niż poprzedni: konwersja spadła o 25,0\u00a0p.p. do 55,0%.", polish.TextBody,
            StringComparison.Ordinal);
        Assert.Contains("The week of 2–8 November went worse than the week before: conversion fell by 25.0\u00a0pp to 55.0%.",
            english.TextBody, StringComparison.Ordinal);

        var mixed = Assert.IsType<Multipart>(english.Body);
        Assert.Equal("multipart/mixed", mixed.ContentType.MimeType);
        var alternative = Assert.IsType<MultipartAlternative>(mixed[0]);
        Assert.Equal(["text/plain", "multipart/related"], alternative.Select(part => part.ContentType.MimeType));
        var related = Assert.IsType<MultipartRelated>(alternative[1]);
        foreach (var picture in related.OfType<MimePart>().Where(part => part.ContentType.MimeType == "image/png"))
        {
            Assert.Contains($"src=\"cid:{picture.ContentId}\"", english.HtmlBody, StringComparison.Ordinal);
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], Bytes(picture)[..4]);
        }
        Assert.Equal(2, related.Count - 1);
        var workbook = Assert.IsType<MimePart>(Assert.Single(english.Attachments));
        Assert.Equal("voicebots-2026-11-02_2026-11-08.xlsx", workbook.FileName);
        Assert.Equal(["KPIs", "Days", "Criteria"], await SheetsAsync(Bytes(workbook)));
        // Without leave, nothing of people.
        Assert.DoesNotContain("Title of conv", english.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_OfALetter_AreThoseOfTheApi()
    {
        await using var mail = new MailServer();
        await using var vendor = await VendorSimulator.StartAsync([.. DigestServer.TwoWeeks()]);
        await using var server = await DigestServer.StartAsync(vendor);
        await (await server.Http.PostJsonAsync("api/targets", new { figure = "conversion_rate", value = 60 })).JsonAsync(201);
        await (await server.Http.PostJsonAsync("api/notes", new { day = "2026-11-04", text = "New script" })).JsonAsync(201);
        var channel = (await server.AddMailAsync(mail)).Whole("id");
        var id = (await server.AddDigestAsync(DigestServer.Weekly(channel))).Whole("id");

        var preview = await server.GetJsonAsync($"api/digests/{id}/preview?language=en");

        Assert.Equal(("2026-11-02", "2026-11-08"), (preview.Text("from"), preview.Text("to")));
        var kpis = await server.GetJsonAsync("api/kpis?from=2026-11-02&to=2026-11-08&compare=previous");
        var comparison = kpis.GetProperty("comparison");
        var change = comparison.GetProperty("figures").EnumerateArray().Single(one => one.Text("name") == "conversion_rate");
        string Number(double value, string format = "0.0") =>
            value.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');
        foreach (var of in new[] { "text", "html" })
        {
            var letter = System.Net.WebUtility.HtmlDecode(preview.Text(of))!;
            Assert.Contains($"n = {kpis.Whole("finished_count")}", letter, StringComparison.Ordinal);
            Assert.Contains(Number(100.0 * kpis.Whole("successful_count") / kpis.Whole("finished_count")) + "%", letter,
                StringComparison.Ordinal);
            Assert.Contains($"▼ {Number(change.GetProperty("change").GetDouble())}\u00a0pp", letter, StringComparison.Ordinal);
            Assert.Contains($"95%: {Number(change.GetProperty("low").GetDouble())} to {Number(change.GetProperty("high").GetDouble())}",
                letter, StringComparison.Ordinal);
            Assert.Contains("target 60% missed (−5.0\u00a0pp)", letter, StringComparison.Ordinal);
            Assert.Contains("4 Nov 2026: New script", letter, StringComparison.Ordinal);
            Assert.Contains($"Success {kpis.Whole("successful_count")}", letter, StringComparison.OrdinalIgnoreCase);
            var polite = kpis.GetProperty("criteria_stats")[0];
            Assert.Contains(Number(100.0 * polite.Whole("pass") / (polite.Whole("pass") + polite.Whole("fail"))) + "%", letter,
                StringComparison.Ordinal);
            Assert.Contains("from=2026-11-02&to=2026-11-08", letter, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Letter_ByAPrivateChannel_NamesConversationsAndAttachesThem()
    {
        await using var mail = new MailServer();
        await using var vendor = await VendorSimulator.StartAsync([.. DigestServer.TwoWeeks()]);
        await using var server = await DigestServer.StartAsync(vendor);
        var channel = (await server.AddMailAsync(mail, isPrivate: true)).Whole("id");
        var id = (await server.AddDigestAsync(DigestServer.Weekly(channel))).Whole("id");
        server.Services.GetRequiredService<ReviewStore>()
            .Change([new ReviewChange { ConversationId = "conv_8_1", State = ReviewState.New }], "owner", null);

        await (await server.Http.PostJsonAsync($"api/digests/{id}/send", new { to = "me@example.com", language = "pl" })).JsonAsync();

        var letter = Assert.Single(mail.Letters);
        Assert.Contains("Title of conv", letter.TextBody, StringComparison.Ordinal);
        Assert.Equal(["Rozmowy", "Wskaźniki", "Dni", "Kryteria"],
            await SheetsAsync(Bytes((MimePart)letter.Attachments.Single())));
        // Nobody's address stays behind that is not a recipient's.
        Assert.DoesNotContain("me@example.com", (await server.GetJsonAsync("api/audit-log")).GetRawText(), StringComparison.Ordinal);
        Assert.Empty(await server.DeliveriesAsync());
    }

    [Fact]
    public async Task Letter_WithNothingToTell_SaysSo()
    {
        await using var mail = new MailServer();
        await using var server = await DigestServer.StartAsync(null);
        var channel = (await server.AddMailAsync(mail)).Whole("id");
        var id = (await server.AddDigestAsync(DigestServer.Weekly(channel, "month"))).Whole("id");

        var english = await server.GetJsonAsync($"api/digests/{id}/preview");
        var polish = await server.GetJsonAsync($"api/digests/{id}/preview?language=pl");

        Assert.Equal("How it went: October 2026", english.Text("subject"));
        Assert.Contains("No conversations in October.", english.Text("text"), StringComparison.Ordinal);
        Assert.Contains("W październiku nie było rozmów.", polish.Text("text"), StringComparison.Ordinal);
        Assert.Contains("Żadna synchronizacja jeszcze się nie udała", polish.Text("text"), StringComparison.Ordinal);
    }

    private static Predicate<MimeMessage> To(string address) => letter => letter.To.Mailboxes.Single().Address == address;

    private static byte[] Bytes(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes);
        return bytes.ToArray();
    }

    private static async Task<IEnumerable<string>> SheetsAsync(byte[] workbook)
    {
        await using var file = new ZipArchive(new MemoryStream(workbook));
        using var book = new StreamReader(await file.GetEntry("xl/workbook.xml")!.OpenAsync());
        return System.Xml.Linq.XDocument.Parse(await book.ReadToEndAsync()).Descendants()
            .Where(one => one.Name.LocalName == "sheet").Select(one => (string)one.Attribute("name")!).ToList();
    }
}
