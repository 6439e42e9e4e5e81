using SmtpServer.Protocol;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Alerts;

/// <summary>Alerts by mail, through a real mail server.</summary>
public sealed class MailChannelTests(SeededServer seeded)
{
    [Fact]
    public async Task Test_ByMail_ArrivesInTheLanguageOfTheChannel()
    {
        await using var mail = new MailServer();
        await using var server = await AlertServer.StartAsync();
        var id = (await server.AddChannelAsync(Channel(mail, to: ["anna@example.com", "Jan Żak <jan@example.com>"]))).Whole("id");

        var answer = await (await server.Http.PostTextAsync($"api/alert-channels/{id}/test", "")).JsonAsync();

        Assert.True(answer.GetProperty("delivered").GetBoolean(), answer.Text("answer"));
        var letter = Assert.Single(mail.Letters);
        Assert.Equal("Test: alerty docierają tutaj", letter.Subject);
        Assert.Equal(["anna@example.com", "jan@example.com"], letter.To.Mailboxes.Select(box => box.Address));
        Assert.Contains("Nic nie trzeba robić.", letter.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_WrongPassword_SaysSoAndTellsNobodyThePassword()
    {
        await using var mail = new MailServer();
        await using var server = await AlertServer.StartAsync();
        var channel = await server.AddChannelAsync(Channel(mail, password: "wrong password"));
        Assert.DoesNotContain("wrong password", channel.GetRawText(), StringComparison.Ordinal);

        var answer = await (await server.Http.PostTextAsync($"api/alert-channels/{channel.Whole("id")}/test", "")).JsonAsync();

        Assert.Equal("The mail server refuses this user or password.", answer.Text("answer"));
        Assert.Empty(mail.Letters);
        Assert.DoesNotContain("wrong password", (await server.GetJsonAsync("api/alert-channels")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_ServerThatRefuses_SaysItsAnswer()
    {
        await using var mail = new MailServer();
        await using var server = await AlertServer.StartAsync();
        var id = (await server.AddChannelAsync(Channel(mail))).Whole("id");
        mail.Refusals.Enqueue(new SmtpResponse(SmtpReplyCode.InsufficientStorage, "full"));

        var answer = await (await server.Http.PostTextAsync($"api/alert-channels/{id}/test", "")).JsonAsync();

        Assert.Equal("SMTP 452: full", answer.Text("answer"));
    }

    [Fact]
    public async Task Replace_WithAnotherServer_AsksForThePasswordAgain()
    {
        await using var mail = new MailServer();
        await using var other = new MailServer();
        await using var server = await AlertServer.StartAsync();
        var id = (await server.AddChannelAsync(Channel(mail))).Whole("id");
        Task<HttpResponseMessage> PutAsync(MailServer at) => server.Http.PutAsync($"api/alert-channels/{id}",
            System.Net.Http.Json.JsonContent.Create(Channel(at, password: null)));

        await (await PutAsync(mail)).JsonAsync();
        await (await PutAsync(other)).ProblemAsync(400, "invalid_parameter", "secret");

        Assert.True((await (await server.Http.PostTextAsync($"api/alert-channels/{id}/test", "")).JsonAsync())
            .GetProperty("delivered").GetBoolean());
    }

    [Theory]
    [InlineData("to", """["a@example.com\r\nBcc: b@example.com"]""")]
    [InlineData("to", """["nobody"]""")]
    [InlineData("to", "[]")]
    [InlineData("from", "\"a@example.com\\nX: y\"")]
    [InlineData("from", "\"\"")]
    [InlineData("host", "\"a b\"")]
    [InlineData("port", "0")]
    [InlineData("security", "\"ssl\"")]
    [InlineData("language", "\"de\"")]
    [InlineData("quiet_from", "\"25:00\"")]
    [InlineData("quiet_from", "\"22:00\"", "quiet_to")]
    [InlineData("most_per_hour", "0")]
    [InlineData("url", "\"https://example.com\"")]
    public async Task Post_AChannelThatIsNone_NamesTheField(string field, string value, string? named = null)
    {
        var channel = System.Text.Json.JsonSerializer.SerializeToNode(Channel(null))!.AsObject();
        channel[field] = System.Text.Json.Nodes.JsonNode.Parse(value);

        var problem = await (await seeded.Http.PostTextAsync("api/alert-channels", channel.ToJsonString()))
            .ProblemAsync(400, "invalid_parameter", named ?? field);

        Assert.DoesNotContain(MailServer.Password, problem.GetRawText(), StringComparison.Ordinal);
    }

    private static object Channel(MailServer? mail, string? password = MailServer.Password, IReadOnlyList<string>? to = null) => new
    {
        name = "Mail",
        kind = "email",
        host = "127.0.0.1",
        port = mail?.Port ?? 25,
        security = "none",
        user = MailServer.User,
        secret = password,
        from = "voicebot@example.com",
        to = to ?? ["anna@example.com"],
        language = "pl",
    };
}
