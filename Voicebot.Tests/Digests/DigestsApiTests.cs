using System.Text.Json.Nodes;
using Voicebot.Tests.Alerts;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Digests;

public sealed class DigestsApiTests(SeededServer seeded)
{
    [Fact]
    public async Task Digest_Kept_IsListedChangedAndRemoved()
    {
        await using var mail = new MailServer();
        await using var server = await DigestServer.StartAsync(null);
        var channel = (await server.AddMailAsync(mail)).Whole("id");

        var kept = await server.AddDigestAsync(DigestServer.Weekly(channel));
        Assert.Equal(("07:00", "2026-11-16T07:00:00+01:00"), (kept.Text("send_at"), kept.Text("next_at")));
        await (await server.Http.PostJsonAsync("api/digests", DigestServer.Weekly(channel, name: "how it WENT")))
            .ProblemAsync(409, "digest_name_taken");
        var changed = JsonNode.Parse(kept.GetRawText())!.AsObject();
        foreach (var told in new[] { "id", "next_at", "deliveries", "changed_at" })
            changed.Remove(told);
        (changed["period"], changed["send_at"]) = ("month", "18:30");
        var stored = await (await server.Http.PutAsync($"api/digests/{kept.Whole("id")}",
            System.Net.Http.Json.JsonContent.Create(changed))).JsonAsync();
        Assert.Equal(("month", "2026-12-01T18:30:00+01:00"), (stored.Text("period"), stored.Text("next_at")));
        await (await server.Http.PutAsync("api/digests/99", System.Net.Http.Json.JsonContent.Create(changed)))
            .ProblemAsync(404, "not_found");

        Assert.Empty((await (await server.Http.DeleteAsync($"api/digests/{kept.Whole("id")}")).JsonAsync()).GetProperty("digests")
            .EnumerateArray());
        await (await server.Http.DeleteAsync("api/digests/1")).ProblemAsync(404, "not_found");
        await (await server.Http.GetAsync("api/digests/1/preview")).ProblemAsync(404, "not_found");
        await (await server.Http.PostJsonAsync("api/digests/1/send", new { to = "all" })).ProblemAsync(404, "not_found");
    }

    [Theory]
    [InlineData("name", "\"+48 601 234 567\"")]
    [InlineData("period", "\"day\"")]
    [InlineData("channel", "7")]
    [InlineData("recipients", "[]")]
    [InlineData("recipients", """["a@example.com"]""")]
    [InlineData("recipients", """[{"address":"a@example.com\r\nBcc: b@example.com","language":"pl"}]""")]
    [InlineData("recipients", """[{"address":"\"a\nb\" <a@example.com>","language":"pl"}]""")]
    [InlineData("recipients", """[{"address":"a@example.com","language":"de"}]""")]
    [InlineData("recipients", """[{"address":"a@example.com, b@example.com","language":"pl"}]""")]
    [InlineData("agents", """["agent_gone"]""")]
    [InlineData("send_at", "\"25:00\"")]
    public async Task Post_ADigestThatIsNone_NamesTheField(string field, string value)
    {
        var digest = System.Text.Json.JsonSerializer.SerializeToNode(DigestServer.Weekly(1))!.AsObject();
        digest[field] = JsonNode.Parse(value);

        await (await seeded.Http.PostTextAsync("api/digests", digest.ToJsonString())).ProblemAsync(400, "invalid_parameter", field);
    }

    [Theory]
    [InlineData("""{"to":"nobody"}""", "to")]
    [InlineData("""{}""", "to")]
    [InlineData("""{"to":"all","language":"pl"}""", "language")]
    [InlineData("""{"to":"a@example.com","language":"de"}""", "language")]
    public async Task Send_ToNobody_NamesTheField(string body, string field)
    {
        await using var mail = new MailServer();
        await using var server = await DigestServer.StartAsync(null);
        await server.AddDigestAsync(DigestServer.Weekly((await server.AddMailAsync(mail)).Whole("id")));

        await (await server.Http.PostTextAsync("api/digests/1/send", body)).ProblemAsync(400, "invalid_parameter", field);
        Assert.Empty(mail.Letters);
    }

    [Fact]
    public async Task Send_WhatTheServerRefuses_SaysItsAnswer()
    {
        await using var mail = new MailServer();
        await using var server = await DigestServer.StartAsync(null);
        await server.AddDigestAsync(DigestServer.Weekly((await server.AddMailAsync(mail)).Whole("id")));
        mail.Refusals.Enqueue(new SmtpServer.Protocol.SmtpResponse(SmtpServer.Protocol.SmtpReplyCode.InsufficientStorage, "full"));

        var answer = await (await server.Http.PostJsonAsync("api/digests/1/send", new { to = "me@example.com" })).JsonAsync();

        var sent = Assert.Single(answer.GetProperty("sent").EnumerateArray());
        Assert.Equal((false, "SMTP 452: full"), (sent.GetProperty("delivered").GetBoolean(), sent.Text("answer")));
    }
}
