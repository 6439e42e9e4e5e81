using System.Text;

namespace Voicebot.Tests.Requests;

public sealed class BodyReaderTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("", "text/plain")]
    [InlineData("{}", "application/json")]
    [InlineData("{}", "application/json; charset=utf-8")]
    [InlineData("{}", "APPLICATION/JSON")]
    [InlineData("{}", "application/merge-patch+json")]
    public async Task ReadAsync_EmptyBodyOrObject_ReadsAsNothing(string body, string? contentType)
    {
        var reader = await RequestOf.BodyAsync(body, contentType);

        Assert.Null(reader.Text("agent_id", 10));
        reader.Finish();
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\":1} {}")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("{\"a\":[[[[[[[[[1]]]]]]]]]}")]
    [InlineData("{'a':1}")]
    [InlineData("a=1")]
    public async Task ReadAsync_NoJsonObject_IsRefused(string body) =>
        RequestOf.Names(await RequestOf.RefusalOfAsync(() => RequestOf.BodyAsync(body)), "invalid_json", "body");

    [Fact]
    public async Task ReadAsync_TooLarge_IsRefused()
    {
        var problem = await RequestOf.RefusalOfAsync(() => RequestOf.BodyAsync("{\"a\":\"" + new string('x', 65_536) + "\"}"));

        Assert.Equal((413, "payload_too_large"), (problem.Status, problem.Code));
    }

    [Theory]
    [InlineData("""{"agent_id":"\ud800"}""")]
    [InlineData("""{"\ud800":"x"}""")]
    public async Task Read_HalfASurrogatePair_IsRefusedNotAFailure(string body) => await RefusedAsync(Encoding.UTF8.GetBytes(body));

    [Fact]
    public async Task Read_InvalidUtf8_IsRefusedNotAFailure() => await RefusedAsync([.. "{\"agent_id\":\""u8, 0xFF, .. "\"}"u8]);

    [Theory]
    [InlineData("""{"agent_id":"one","agent_id":"two"}""")]
    [InlineData("""{"agent_id":"one","agent\u005fid":null}""")]
    [InlineData("""{"agents":[{"agent_id":1,"agent_id":1}]}""")]
    public async Task Read_FieldGivenTwice_IsNamed(string body)
    {
        var problem = await RequestOf.RefusalOfAsync(() => RequestOf.BodyAsync(body));

        RequestOf.Names(problem, "invalid_json", "body");
        Assert.Equal("The body gives 'agent_id' more than once; give it once.", problem.Detail);
    }

    [Theory]
    [InlineData("""{"a":"x"}""", "x")]
    [InlineData("""{"a":"  x "}""", "x")]
    [InlineData("""{"a":""}""", null)]
    [InlineData("""{"a":"   "}""", null)]
    [InlineData("""{"a":null}""", null)]
    [InlineData("{}", null)]
    public async Task Text_Given_IsTrimmedAndBlankIsAbsent(string body, string? expected)
    {
        var reader = await RequestOf.BodyAsync(body);

        Assert.Equal(expected, reader.Text("a", 10));
        reader.Finish();
    }

    [Theory]
    [InlineData("""{"a":1}""")]
    [InlineData("""{"a":true}""")]
    [InlineData("""{"a":["x"]}""")]
    [InlineData("""{"a":{}}""")]
    [InlineData("""{"a":"12345678901"}""")]
    public async Task Text_WrongKindOrTooLong_IsRefused(string body)
    {
        var reader = await RequestOf.BodyAsync(body);
        Assert.Null(reader.Text("a", 10));

        RequestOf.Names(RequestOf.RefusalOf(reader.Finish), "invalid_parameter", "a");
    }

    [Theory]
    [InlineData("2026-11-31")]
    [InlineData("22.11.2026")]
    [InlineData("1900-01-01")]
    public async Task Date_Wrong_IsRefused(string text)
    {
        var reader = await RequestOf.BodyAsync($$"""{"start_date":"{{text}}"}""");
        Assert.Null(reader.Date("start_date"));

        RequestOf.Names(RequestOf.RefusalOf(reader.Finish), "invalid_parameter", "start_date");
    }

    [Fact]
    public async Task Finish_UnknownFields_AreNamed()
    {
        var reader = await RequestOf.BodyAsync("""{"agent":"x","agent_id":"y","since":"z"}""");
        reader.Text("agent_id", 10);

        RequestOf.Names(RequestOf.RefusalOf(reader.Finish), "unknown_parameter", "agent", "since");
    }

    /// <summary>Whether it is noticed while the body is read or a field is: the answer is a 400.</summary>
    private static async Task RefusedAsync(byte[] body)
    {
        var problem = await RequestOf.RefusalOfAsync(async () =>
        {
            var reader = await RequestOf.BodyAsync(body);
            reader.Text("agent_id", 100);
            reader.Finish();
        });

        Assert.Equal(400, problem.Status);
    }
}
